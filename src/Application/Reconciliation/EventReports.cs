using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>amoCRM's events as reports of deals. That a deal was made says nothing of its stage; it makes it known.</summary>
internal static class EventReports
{
    public static IReadOnlyList<DealReport> From(
        UserAccountId account,
        IEnumerable<AmoEvent> events,
        DateTimeOffset receivedAt
    ) =>
        [
            // The order of rows is not documented; ULIDs of one second are in the order they were given out.
            .. events
                .DistinctBy(e => e.Id, StringComparer.Ordinal)
                .OrderBy(e => e.At)
                .ThenBy(e => e.Id, StringComparer.Ordinal)
                .Select((e, position) => ReportOf(account, e, position, receivedAt)),
        ];

    private static DealReport ReportOf(UserAccountId account, AmoEvent e, int position, DateTimeOffset receivedAt) =>
        new(
            new(account, e.Deal),
            e.Kind == AmoEventKind.StatusChanged ? Observe(e, position, receivedAt) : null,
            e.Kind == AmoEventKind.PriceChanged ? new(e.Price!.Value, e.At, receivedAt) : null,
            e.Kind switch
            {
                AmoEventKind.Deleted => new(DeletionKind.Deleted, e.At, Body: null),
                AmoEventKind.Restored => new(DeletionKind.Restored, e.At, Body: null),
                _ => null,
            }
        );

    private static Observation Observe(AmoEvent e, int position, DateTimeOffset receivedAt) =>
        Observation.From(ReportSource.EventsApi, e.To!.Value, e.At, receivedAt, position) with
        {
            Origin = e.From,
            SeenInEvents = true,
            Payload = e.Json,
        };
}
