using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Reconciliation;

/// <param name="Incomplete">Deals whose events amoCRM did not give to the end.</param>
/// <param name="Skipped">Rows that could not be read.</param>
internal sealed record DealEvents(
    IReadOnlyList<AmoEvent> Events,
    IReadOnlySet<DealId> Incomplete,
    IReadOnlyCollection<string> Skipped
);

/// <summary>Reads all events of single deals, ten deals a call.</summary>
internal sealed class OwnEvents(IAmoEvents amoEvents)
{
    private const int MostTries = 3;

    public async Task<DealEvents> ReadAsync(
        UserAccountId account,
        IReadOnlyList<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        var (events, incomplete, skipped) = (new List<AmoEvent>(), new HashSet<DealId>(), new List<string>());
        foreach (var some in deals.Chunk(IAmoEvents.DealsPerRead))
        {
            if (!await TryReadAsync(account, some, events, skipped, cancellationToken))
                incomplete.UnionWith(some);
        }

        return new(events, incomplete, skipped);
    }

    /// <summary>Reads events of several deals; where one makes amoCRM fail, each deal is asked about alone.</summary>
    private async Task<bool> TryReadAsync(
        UserAccountId account,
        DealId[] deals,
        List<AmoEvent> events,
        List<string> skipped,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ReadSomeAsync(account, deals, events, skipped, cancellationToken);
        }
        catch (AmoCallException e) when (e.IsOfOneRow && deals.Length > 1)
        {
            var isWhole = true;
            foreach (var half in deals.Chunk((deals.Length + 1) / 2))
                isWhole &= await TryReadAsync(account, half, events, skipped, cancellationToken);
            return isWhole;
        }
        catch (AmoCallException e) when (e.IsOfOneRow)
        {
            skipped.Add($"events of deal {deals[0].Value}");
            return false;
        }
    }

    private async Task<bool> ReadSomeAsync(
        UserAccountId account,
        DealId[] deals,
        List<AmoEvent> events,
        List<string> skipped,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var page = await amoEvents.EventsAsync(account, deals, cancellationToken);
            if (page is null)
                return true;
            while (page is not null)
            {
                events.AddRange(page.Events);
                skipped.AddRange(page.Skipped);
                if (page.Next is null)
                    return true;
                page = await amoEvents.NextAsync(account, page.Next, cancellationToken);
            }
        }

        return false;
    }
}
