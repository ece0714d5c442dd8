using System.Text.Json;
using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Reads rows of amoCRM's journal. What is of no use, or cannot be true, is null.</summary>
internal static class AmoEvents
{
    private static readonly long Earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static AmoEvent? Of(JsonElement json)
    {
        var row = json.Deserialize(JournalWireContext.Default.EventWire)!;
        if (row.Id is null || row.EntityId <= 0 || TimeOf(row.CreatedAt) is not { } at || KindOf(row.Type) is not { } kind)
            return null;

        var to = StageOf(row.ValueAfter);
        var price = Whole(row.ValueAfter?.FirstOrDefault(v => v.SaleFieldValue is not null)?.SaleFieldValue?.Sale);
        if ((kind == AmoEventKind.StatusChanged && to is null) || (kind == AmoEventKind.PriceChanged && price is null))
            return null;
        var from = StageOf(row.ValueBefore);
        return new(row.Id, kind, new(row.EntityId), at, new(from?.Pipeline, from?.Status), to, price, StorableJson.Of(json));
    }

    public static DateTimeOffset? TimeOf(long seconds) =>
        seconds >= Earliest && seconds < Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static long? Whole(decimal? price) =>
        price is { } given && Math.Abs(given) < long.MaxValue / 2m
            ? (long)Math.Round(given, MidpointRounding.AwayFromZero)
            : null;

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
        values?.FirstOrDefault(v => v.LeadStatus is not null)?.LeadStatus is { Id: > 0, PipelineId: > 0 } status
            ? new Stage(new(status.PipelineId), new(status.Id))
            : null;
}
