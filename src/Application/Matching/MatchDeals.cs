using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Matching;

/// <summary>
/// Finds out by the phones of their contacts whose deals of one account are, up to 100 deals in two calls. Answers how
/// many deals it took up.
/// </summary>
public sealed record MatchDealsCommand(OutboxLease Lease) : IRequest<int>;

internal sealed class MatchDealsHandler(
    IAppDbContext db,
    IOutbox outbox,
    ILedger ledger,
    IUnmatchedDeals unmatched,
    DealOwners owners,
    PhoneLinks links,
    MatchRequests requests
) : IRequestHandler<MatchDealsCommand, int>
{
    /// <summary>As many ids as fit into one address.</summary>
    private const int BatchSize = 100;

    /// <summary>A person makes the deal first and its contact then. Later a reconciliation asks again.</summary>
    private static readonly TimeSpan[] s_untilContact = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    public async Task<int> Handle(MatchDealsCommand command, CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(command.Lease, OutboxKind.MatchDeal, BatchSize, cancellationToken);
        if (due.Count == 0)
            return 0;
        var (account, isConnected) = await db.ForWorkAsync(command.Lease.Account, cancellationToken);
        var askedAt = await unmatched.NowAsync(cancellationToken);
        // When nobody can be asked, connecting asks for them again.
        var told = isConnected
            ? await owners.FindAsync(account, await OpenAsync(account, due, cancellationToken), cancellationToken)
            : [];

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (told.Count > 0)
        {
            var locked = await ledger.LockAsync([.. told.Select(t => new DealKey(account.Id, t.Deal))], cancellationToken);
            var overtaken = await unmatched.MarkReadAsync(account.Id, told, askedAt, cancellationToken);
            await requests.EnqueueAgainAsync(account.Id, overtaken, cancellationToken);
            await links.MakeAsync(locked, [.. told.Where(t => !overtaken.Contains(t.Deal))], cancellationToken);
        }

        var unclear = told.Where(t => t.MayGetPhone).Select(t => t.Deal).ToHashSet();
        var waiting = due.Waiting(unclear, s_untilContact);
        await outbox.SettleAsync(command.Lease, OutboxKind.MatchDeal, due, waiting, s_untilContact, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    /// <summary>
    /// Deals that no lead has by now, and that no person has been asked about; and those that leads were made of, as they
    /// have their names from their contacts.
    /// </summary>
    private async Task<IReadOnlyList<DealId>> OpenAsync(
        UserAccount account,
        IReadOnlyList<OutboxItem> due,
        CancellationToken cancellationToken
    )
    {
        var deals = due.Select(DealItems.Deal).ToList();
        var linked = await db
            .Leads.Where(l => l.UserAccountId == account.Id && l.AmocrmLeadId != null && deals.Contains(l.AmocrmLeadId.Value))
            .Select(l => new { Deal = l.AmocrmLeadId!.Value, IsAdopted = l.SourceType == LeadSource.Crm && l.ErasedAt == null })
            .ToListAsync(cancellationToken);
        var asked = await db
            .LeadMatches.Where(m => m.UserAccountId == account.Id && deals.Contains(m.AmocrmLeadId))
            .Select(m => m.AmocrmLeadId)
            .ToListAsync(cancellationToken);
        var adopted = linked.Where(l => l.IsAdopted).Select(l => l.Deal);
        return [.. deals.Except(linked.Select(l => l.Deal)).Except(asked).Union(adopted)];
    }
}
