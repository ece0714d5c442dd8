using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Tests.Ledger;

/// <summary>A deal, its stages and what is reported of it, in few words.</summary>
internal static class Given
{
    public static readonly DealKey Key = new(new UserAccountId(new Guid("0198b0f0-0000-7000-8000-000000000001")), new(501));
    public static readonly LeadId OurLead = new(new Guid("0198b0f0-0000-7000-8000-000000000002"));
    public static readonly DateTimeOffset Noon = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    public static readonly Stage New = Stage(1, 10);
    public static readonly Stage Talk = Stage(1, 20);
    public static readonly Stage Offer = Stage(1, 30);
    public static readonly Stage Won = Stage(1, 142);
    public static readonly Stage Lost = Stage(1, 143);

    public static Stage Stage(long pipeline, long status) => new(new(pipeline), new(status));

    public static Origin From(Stage stage) => new(stage.Pipeline, stage.Status);

    /// <summary>amoCRM says only the status it came from, as its account-level webhooks do.</summary>
    public static Origin FromStatusOf(Stage stage) => new(null, stage.Status);

    /// <param name="received">Seconds after noon at which it was received; by default at the instant itself.</param>
    public static Observation Seen(
        Stage stage,
        int second,
        Origin origin = default,
        double? received = null,
        int position = 0,
        ReportSource source = ReportSource.Webhook,
        string? payload = null
    )
    {
        var receivedAt = Noon.AddSeconds(received ?? second);
        return new()
        {
            ChangedAt = Noon.AddSeconds(second),
            Stage = stage,
            Origin = origin,
            ReceivedAt = receivedAt,
            Position = position,
            FirstSource = source,
            Source = source,
            SourceReceivedAt = receivedAt,
            SourcePosition = position,
            Payload = payload,
        };
    }

    public static DealReport Report(Observation seen, long? price = null) =>
        new(Key, seen, price is { } p ? new PriceReport(p, seen.ChangedAt, seen.ReceivedAt) : null, null);

    public static DealReport Report(DeletionEvent mark) => new(Key, null, null, mark);

    public static Deal Deal(params Observation[] seen) => new Deal(Key, OurLead).After([.. seen.Select(o => Report(o))]);

    public static Deal Unmatched(params Observation[] seen) => Deal(seen) with { Lead = null };

    public static IReadOnlyList<Stage> Path(Deal deal) => [.. deal.History.Select(row => row.Observation.Stage)];
}
