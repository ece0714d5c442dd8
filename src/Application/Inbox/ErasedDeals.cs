using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Deals whose person was erased: what amoCRM tells of them later counts, and its bodies are not kept.</summary>
internal sealed class ErasedDeals(IAppDbContext db)
{
    public async Task<IReadOnlySet<DealKey>> AmongAsync(IEnumerable<DealKey> deals, CancellationToken cancellationToken)
    {
        var erased = new HashSet<DealKey>();
        foreach (
            var (account, told) in deals.GroupBy(d => d.Account, d => (DealId?)d.Deal).Select(g => (g.Key, g.Distinct().ToList()))
        )
        {
            var found = await db
                .Leads.Where(l => l.UserAccountId == account && told.Contains(l.AmocrmLeadId) && l.ErasedAt != null)
                .Select(l => l.AmocrmLeadId!.Value)
                .ToListAsync(cancellationToken);
            erased.UnionWith(found.Select(deal => new DealKey(account, deal)));
        }

        return erased;
    }

    /// <summary>The body of a delivery that failed, without what it tells of erased people; null when it tells nothing of them.</summary>
    public async Task<byte[]?> RedactAsync(ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        var told = BodyRedaction.DealsIn(delivery.RawBody, delivery.ContentEncoding);
        var erased = await AmongAsync(told.Select(deal => new DealKey(delivery.Account, deal)), cancellationToken);
        return erased.Count == 0
            ? null
            : BodyRedaction.Redact(delivery.RawBody, delivery.ContentEncoding, [.. erased.Select(deal => deal.Deal)]);
    }
}
