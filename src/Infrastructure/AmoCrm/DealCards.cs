using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Reads a deal as API v4 shows it.</summary>
internal static class DealCards
{
    public static AmoDealCard? From(LeadWire card, JsonElement row) =>
        card.Id is not { } id
            ? null
            : new(
                new(id),
                card is { PipelineId: { } pipeline, StatusId: { } status } ? new Stage(new(pipeline), new(status)) : null,
                AmoTime.From(card.CreatedAt),
                AmoTime.From(card.UpdatedAt),
                [.. (card.Embedded?.Tags ?? []).Select(tag => tag.Name ?? "")],
                [
                    .. (card.Embedded?.Contacts ?? [])
                        .Where(c => c.Id is not null)
                        .OrderByDescending(c => c.IsMain is true)
                        .Select(c => new AmoContactId(c.Id!.Value)),
                ],
                row.GetRawText()
            );
}
