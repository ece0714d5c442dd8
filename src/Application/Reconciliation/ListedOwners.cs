using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Reconciliation;

/// <param name="AskedAt">When amoCRM was asked for the deals.</param>
/// <param name="AreRead">False where amoCRM shows no contacts.</param>
internal sealed record FoundOwners(IReadOnlyList<DealOwner> Owners, DateTimeOffset AskedAt, bool AreRead);

/// <summary>Reads the contacts of a page of deals in bulk and gives them to the leads of these deals.</summary>
internal sealed class ListedOwners(
    IAppDbContext db,
    DealOwners owners,
    IUnmatchedDeals unmatched,
    PhoneLinks links,
    MatchRequests matching
)
{
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => unmatched.NowAsync(cancellationToken);

    /// <param name="askedAt">By <see cref="NowAsync"/>, before the deals were asked for.</param>
    public async Task<FoundOwners> FindAsync(
        UserAccountId account,
        IReadOnlyList<AmoDealCard> deals,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        var ids = deals.Select(deal => deal.Id).ToList();
        var settled = await db
            .Leads.Where(l => l.UserAccountId == account && l.AmocrmLeadId != null && ids.Contains(l.AmocrmLeadId.Value))
            .Where(l => l.SourceType != LeadSource.Crm || l.ErasedAt != null)
            .Select(l => l.AmocrmLeadId!.Value)
            .ToListAsync(cancellationToken);
        var (owner, _) = await db.ForWorkAsync(account, cancellationToken);
        try
        {
            return new(await owners.ReadAsync(owner, [.. ids.Except(settled)], deals, cancellationToken), askedAt, AreRead: true);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.Permanent)
        {
            return new([], askedAt, AreRead: false);
        }
    }

    /// <param name="locked">The deals as they are written.</param>
    public async Task LinkAsync(LockedDeals locked, FoundOwners found, CancellationToken cancellationToken)
    {
        if (found.Owners.Count == 0)
            return;
        var account = locked.Deals.First().Key.Account;
        var overtaken = await unmatched.MarkReadAsync(account, found.Owners, found.AskedAt, cancellationToken);
        await matching.EnqueueAgainAsync(account, overtaken, cancellationToken); // their leads may be new since then
        await links.MakeAsync(locked, [.. found.Owners.Where(o => !overtaken.Contains(o.Deal))], cancellationToken);
    }
}
