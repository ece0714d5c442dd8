using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>
/// Makes deals at amoCRM of leads of one account, up to 50 in one go, each once whatever crashes or repeats. Answers how
/// many rows it took up.
/// </summary>
public sealed record PushLeadsCommand(OutboxLease Lease) : IRequest<int>;

internal sealed class PushLeadsHandler(
    IAppDbContext db,
    IOutbox outbox,
    PushedContacts contacts,
    PushedDeals deals,
    PushOutcomes outcomes,
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
        var context = new PushContext(command.Lease, account);
        if (!isConnected)
        {
            await outcomes.WaitAsync(context, due, UntilConnected, cancellationToken);
            return due.Count;
        }

        await PushAsync(context, await WantedAsync(context, due, cancellationToken), cancellationToken);
        return due.Count;
    }

    private async Task PushAsync(PushContext context, IReadOnlyList<PushItem> items, CancellationToken cancellationToken)
    {
        var (ready, dealsOfContacts) = await contacts.ResolveAsync(context, items, cancellationToken);
        // Not only of those begun: this database may be a backup from before they were.
        var found = await deals.FindAsync(context, ready, dealsOfContacts, cancellationToken);
        await deals.LinkAsync(context, found, cancellationToken);

        var missing = ready.Except(found.Select(f => f.Item)).ToList();
        await deals.LinkAsync(context, await deals.CreateAsync(context, missing, cancellationToken), cancellationToken);
    }

    /// <summary>The leads that are still to be sent, and of which amoCRM shows by now what it did.</summary>
    private async Task<IReadOnlyList<PushItem>> WantedAsync(
        PushContext context,
        IReadOnlyList<OutboxItem> due,
        CancellationToken cancellationToken
    )
    {
        var ids = due.Select(row => new LeadId(Guid.Parse(row.Subject))).ToList();
        var leads = await db
            .Leads.AsNoTracking()
            .Where(l => l.UserAccountId == context.Account.Id && ids.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, cancellationToken);

        List<OutboxItem> over = [],
            early = [];
        List<PushItem> wanted = [];
        foreach (var (row, id) in due.Zip(ids))
        {
            if (!leads.TryGetValue(id, out var lead) || !lead.IsToBePushed)
                over.Add(row);
            else if (lead.PushRequestedAt > clock.GetUtcNow() - PushOutcomes.LookAfter)
                early.Add(row);
            else
                wanted.Add(new(row, lead));
        }

        await outcomes.CompleteAsync(context, over, cancellationToken);
        await outcomes.WaitAsync(context, early, PushOutcomes.LookAfter, cancellationToken);
        return wanted;
    }

    /// <summary>Halves a failed batch each time, so that one that is too heavy gets through and a bad lead is isolated.</summary>
    private static IReadOnlyList<OutboxItem> SizedByPastFailures(IReadOnlyList<OutboxItem> due)
    {
        var failures = due.Count == 0 ? 0 : due.Max(row => row.Attempts);
        return [.. due.Take(Math.Max(1, due.Count >> Math.Min(failures, 30)))];
    }
}
