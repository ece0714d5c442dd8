using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Reads deals from rows of amoCRM's lists.</summary>
internal static class LeadRows
{
    public static AmoDealCard? Card(LeadWire deal, JsonElement row) =>
        deal.Id is not { } id
            ? null
            : new(
                new(id),
                deal is { PipelineId: { } pipeline, StatusId: { } status } ? new Stage(new(pipeline), new(status)) : null,
                AmoTime.From(deal.CreatedAt),
                AmoTime.From(deal.UpdatedAt),
                [.. TagsOf(deal)],
                [
                    .. (deal.Embedded?.Contacts ?? [])
                        .Where(c => c.Id is not null)
                        .OrderByDescending(c => c.IsMain is true)
                        .Select(c => new AmoContactId(c.Id!.Value)),
                ],
                row.GetRawText()
            );

    /// <summary>Null where its stage cannot be read.</summary>
    public static DealState? State(LeadWire lead, JsonElement json, DateTimeOffset askedAt)
    {
        if (lead is not { Id: { } id, PipelineId: > 0 and var pipeline, StatusId: > 0 and var status })
            return null;
        var updatedAt = AmoTime.From(lead.UpdatedAt) ?? askedAt;
        return new(new(id), new(new(pipeline), new(status)), AmoMoney.Whole(lead.Price), updatedAt, askedAt, json.GetRawText())
        {
            Details = new(
                AmoTime.From(lead.CreatedAt),
                lead.ResponsibleUserId is > 0 and var user ? new(new(user), updatedAt) : null,
                TagsOf(lead).Select(LeadTag.Parse).FirstOrDefault(tagged => tagged is not null)
            ),
            Marks = FieldMarks.Read((lead.CustomFieldsValues ?? []).Select(Field), MarkSource.Api, updatedAt),
        };
    }

    private static IEnumerable<string> TagsOf(LeadWire lead) => (lead.Embedded?.Tags ?? []).Select(tag => tag.Name ?? "");

    private static DealField Field(CustomFieldWire field) =>
        new(
            field.FieldId is > 0 and var id ? id : null,
            field.FieldCode,
            field.FieldName,
            [.. (field.Values ?? []).Select(value => value.Value).OfType<string>()]
        );
}
