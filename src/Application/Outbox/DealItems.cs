using System.Globalization;

namespace AmoCrmQualification.Application.Outbox;

/// <summary>Work that is about deals.</summary>
internal static class DealItems
{
    public static string Subject(DealId deal) => deal.Value.ToString(CultureInfo.InvariantCulture);

    public static DealId Deal(this OutboxItem item) => new(long.Parse(item.Subject, CultureInfo.InvariantCulture));

    /// <summary>Those about unclear deals, as long as there is another delay for them.</summary>
    public static IReadOnlyList<OutboxItem> Waiting(
        this IReadOnlyList<OutboxItem> due,
        IReadOnlySet<DealId> unclear,
        TimeSpan[] delays
    ) => [.. due.Where(item => item.Attempts < delays.Length && unclear.Contains(item.Deal()))];

    /// <summary>Completes what is due but for what waits, each as long as its attempts say.</summary>
    public static async Task SettleAsync(
        this IOutbox outbox,
        OutboxLease lease,
        OutboxKind kind,
        IReadOnlyList<OutboxItem> due,
        IReadOnlyList<OutboxItem> waiting,
        TimeSpan[] delays,
        CancellationToken cancellationToken
    )
    {
        await outbox.CompleteAsync(lease, kind, [.. due.Except(waiting)], cancellationToken);
        foreach (var late in waiting.GroupBy(item => item.Attempts))
            await outbox.RescheduleAsync(lease, kind, [.. late], delays[late.Key], cancellationToken);
    }
}
