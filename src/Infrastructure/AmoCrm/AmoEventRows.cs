using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Reads rows of amoCRM's journal.</summary>
internal static class AmoEventRows
{
    /// <summary>True for an event of an entity that is not used here; one whose kind cannot be read is no such event.</summary>
    public static bool IsOfNoUse(JsonElement row) => AmoJson.Read<EventWire>(row)?.Type is { } type && KindOf(type) is null;

    /// <summary>Null where it lacks what it cannot do without: what happened to which deal, when, and to what end.</summary>
    public static AmoEvent? From(EventWire row, JsonElement json)
    {
        if (
            row.Id is null
            || row.EntityId is not > 0
            || AmoTime.From(row.CreatedAt) is not { } at
            || KindOf(row.Type) is not { } kind
        )
            return null;

        var to = StageOf(row.ValueAfter);
        var price = AmoMoney.Whole(row.ValueAfter?.FirstOrDefault(v => v.SaleFieldValue is not null)?.SaleFieldValue?.Sale);
        if ((kind == AmoEventKind.StatusChanged && to is null) || (kind == AmoEventKind.PriceChanged && price is null))
            return null;
        var from = StageOf(row.ValueBefore);
        return new(row.Id, kind, new(row.EntityId.Value), at, new(from?.Pipeline, from?.Status), to, price, json.GetRawText());
    }

    private static AmoEventKind? KindOf(string? type) =>
        type switch
        {
            "lead_status_changed" => AmoEventKind.StatusChanged,
            "lead_added" => AmoEventKind.Added,
            "lead_deleted" => AmoEventKind.Deleted,
            "lead_restored" => AmoEventKind.Restored,
            "sale_field_changed" => AmoEventKind.PriceChanged,
            _ => null,
        };

    private static Stage? StageOf(IReadOnlyList<EventValueWire>? values) =>
        values?.FirstOrDefault(v => v.LeadStatus is not null)?.LeadStatus
            is { Id: > 0 and var status, PipelineId: > 0 and var pipeline }
            ? new Stage(new(pipeline), new(status))
            : null;
}
