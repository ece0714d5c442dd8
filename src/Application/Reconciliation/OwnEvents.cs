using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Reconciliation;

/// <param name="Incomplete">Deals whose events amoCRM did not give to the end.</param>
internal sealed record DealEvents(IReadOnlyList<AmoEvent> Events, IReadOnlySet<AmoLeadId> Incomplete);

/// <summary>Reads all events of single deals, ten deals a call.</summary>
internal sealed class OwnEvents(IAmoJournal journal)
{
    private const int MostTries = 3;

    public async Task<DealEvents> ReadAsync(
        UserAccountId account,
        IReadOnlyList<AmoLeadId> deals,
        CancellationToken cancellationToken
    )
    {
        var (events, incomplete) = (new List<AmoEvent>(), new HashSet<AmoLeadId>());
        foreach (var some in deals.Chunk(IAmoJournal.DealsPerRead))
        {
            if (!await ReadSomeAsync(account, some, events, cancellationToken))
                incomplete.UnionWith(some);
        }

        return new(events, incomplete);
    }

    private async Task<bool> ReadSomeAsync(
        UserAccountId account,
        AmoLeadId[] deals,
        List<AmoEvent> events,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var page = await journal.EventsAsync(account, deals, cancellationToken);
            if (page is null)
                return true;
            while (page is not null)
            {
                events.AddRange(page.Events);
                if (page.Next is null)
                    return true;
                page = await journal.NextAsync(account, page.Next, cancellationToken);
            }
        }

        return false;
    }
}
