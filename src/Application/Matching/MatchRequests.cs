using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Asks for deals to be matched. Works in the caller's transaction.</summary>
internal sealed class MatchRequests(IAppDbContext db, IOutbox outbox, ILocks locks, IUnmatchedDeals unmatched)
{
    private const int MostDeals = 1000;
    private const int MostWithOnePhone = 100; // they are looked up together, so that the nearest is known

    /// <summary>A lead came in that stays here: one of the deals known by its phone may be its own.</summary>
    public async Task EnqueueAsync(Lead lead, CancellationToken cancellationToken)
    {
        var account = lead.UserAccountId;
        await locks.AcquirePhonesAsync(account, [lead.PhoneE164!], cancellationToken);
        var deals = await db
            .DealContacts.Where(c => c.UserAccountId == account && c.PhoneE164 == lead.PhoneE164)
            .Where(c =>
                !db.Leads.Any(l =>
                    l.UserAccountId == account
                    && l.AmocrmLeadId == c.AmocrmLeadId
                    && (l.SourceType != LeadSource.Crm || l.ErasedAt != null)
                )
            )
            .Where(c => !db.LeadMatches.Any(m => m.UserAccountId == account && m.AmocrmLeadId == c.AmocrmLeadId))
            .Select(c => c.AmocrmLeadId)
            .OrderByDescending(deal => deal)
            .Take(MostWithOnePhone)
            .ToListAsync(cancellationToken);
        await AskAsync(account, deals, cancellationToken);
    }

    /// <summary>Deals first reported while no lead waited, or amoCRM could not be asked.</summary>
    public async Task EnqueueUnreadAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var nobodyWaits = !await db.Matchable(account).AnyAsync(cancellationToken);
        var deals = await unmatched.NewestUnreadAsync(account, MostDeals, onlyOfAdopted: nobodyWaits, cancellationToken);
        await AskAsync(account, deals, cancellationToken);
    }

    /// <summary>Deals of which a later answer came first.</summary>
    public Task EnqueueAgainAsync(UserAccountId account, IReadOnlySet<DealId> deals, CancellationToken cancellationToken) =>
        AskAsync(account, [.. deals], cancellationToken);

    private async Task AskAsync(UserAccountId account, IReadOnlyList<DealId> deals, CancellationToken cancellationToken)
    {
        if (deals.Count > 0)
            await outbox.EnqueueAsync(OutboxKind.MatchDeal, account, [.. deals.Select(DealItems.Subject)], cancellationToken);
    }
}
