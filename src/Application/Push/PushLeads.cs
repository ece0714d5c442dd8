using System.Runtime.ExceptionServices;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;

namespace AmoCrmQualification.Application.Push;

/// <summary>
/// Makes deals at amoCRM of leads of one account, up to 50 in one go, each once whatever crashes or repeats. Returns the
/// number of rows it took up.
/// </summary>
public sealed record PushLeadsCommand(OutboxLease Lease) : IRequest<int>;

/// <summary>
/// The steps from a lead that waits to its deal. What a step came to is stored before the next begins; where one fails,
/// the rows stay due and the next go begins anew with a look at what amoCRM has.
/// </summary>
internal sealed class PushLeadsHandler(
    IAppDbContext db,
    IOutbox outbox,
    PushContacts contacts,
    PushDeals deals,
    PushStore store,
    TimeProvider clock
) : IRequestHandler<PushLeadsCommand, int>
{
    private const int BatchSize = 50;

    // Connecting asks for all of them at once; this is for what connecting has missed.
    private static readonly TimeSpan UntilConnected = TimeSpan.FromMinutes(10);

    public async Task<int> Handle(PushLeadsCommand command, CancellationToken cancellationToken)
    {
        var due = SizedByPastFailures(await outbox.DueAsync(command.Lease, OutboxKind.PushLead, BatchSize, cancellationToken));
        if (due.Count == 0)
            return 0;
        var (account, isConnected) = await db.ForWorkAsync(command.Lease.Account, cancellationToken);
        var push = new PushContext(command.Lease, account);
        if (isConnected)
            await PushAsync(push, due, cancellationToken);
        else
            await store.SaveAsync(push, Unconnected(due), cancellationToken);
        return due.Count;
    }

    private async Task PushAsync(PushContext push, IReadOnlyList<OutboxItem> due, CancellationToken cancellationToken)
    {
        var wanted = await StoreAsync(push, await SelectAsync(push, due, cancellationToken), cancellationToken);
        var known = await StoreAsync(push, await contacts.FindAsync(push, wanted, cancellationToken), cancellationToken);
        var reachable = await StoreAsync(push, await contacts.CreateAsync(push, known, cancellationToken), cancellationToken);
        // Not only of those begun: this database may be a backup from before they were.
        var missing = await StoreAsync(push, await deals.FindAsync(push, reachable, cancellationToken), cancellationToken);
        var begun = await store.BeginAsync(push, missing, cancellationToken);
        await StoreAsync(push, await deals.CreateAsync(push, begun, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<PushItem>> StoreAsync(PushContext push, PushStep step, CancellationToken cancellationToken)
    {
        var next = await store.SaveAsync(push, step, cancellationToken);
        if (step.Failure is not null)
            ExceptionDispatchInfo.Throw(step.Failure);
        return next;
    }

    /// <summary>Selects leads that are still to be sent, and of which amoCRM shows by now what it did.</summary>
    private async Task<PushStep> SelectAsync(PushContext push, IReadOnlyList<OutboxItem> due, CancellationToken cancellationToken)
    {
        var ids = due.Select(PushOutcome.LeadOf).ToList();
        var leads = await db
            .Leads.AsNoTracking()
            .Where(l => l.UserAccountId == push.Account.Id && ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);

        List<PushItem> wanted = [];
        List<PushOutcome> ended = [];
        foreach (var row in due)
        {
            if (!leads.TryGetValue(PushOutcome.LeadOf(row), out var lead) || !lead.IsToBePushed)
                ended.Add(new PushOutcome.Over(row));
            else if (lead.PushRequestedAt > clock.GetUtcNow() - PushOutcome.LookAfter)
                ended.Add(new PushOutcome.Waits(row, PushOutcome.LookAfter));
            else
                wanted.Add(new(row, lead));
        }

        return new(wanted, ended);
    }

    private static PushStep Unconnected(IEnumerable<OutboxItem> due) =>
        new([], [.. due.Select(row => new PushOutcome.Waits(row, UntilConnected))]);

    /// <summary>Halves a failed batch each time, so that one that is too heavy gets through and a bad lead is isolated.</summary>
    private static IReadOnlyList<OutboxItem> SizedByPastFailures(IReadOnlyList<OutboxItem> due)
    {
        var failures = due.Count == 0 ? 0 : due.Max(row => row.Attempts);
        return [.. due.Take(Math.Max(1, due.Count >> Math.Min(failures, 30)))];
    }
}
