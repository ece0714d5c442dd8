using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Matching;

namespace AmoCrmQualification.Application.Matching;

/// <summary>
/// Links deals with the one lead that has their phone, asks a person where there are several, and keeps the phones of
/// the others. The deals are opened in the ledger already: no other work links them now.
/// </summary>
internal sealed class PhoneLinks(IAppDbContext db, ILedger ledger, ILocks locks, LockedLeads leads, TimeProvider clock)
{
    public async Task MakeAsync(LockedDeals locked, IReadOnlyList<DealOwner> owners, CancellationToken cancellationToken)
    {
        var account = locked.Deals.First().Key.Account;
        var phones = owners.SelectMany(o => o.Phones).Select(p => p.Phone).Distinct().ToList();
        await locks.AcquirePhonesAsync(account, phones, cancellationToken);
        var held = await CandidatesAsync(account, phones, cancellationToken);

        var (now, changes, unlinked) = (clock.GetUtcNow(), new List<DealChange>(), new List<DealOwner>());
        // A person who comes again has several deals: the newest is the one this lead is about.
        foreach (var owner in owners.OrderByDescending(o => o.Deal.Value))
        {
            var deal = locked.Deals[new(account, owner.Deal)];
            if (deal.Lead is not null)
                continue;
            var contacts = owner.Phones.ToDictionary(p => p.Phone, p => p.Contact);
            var candidates = held.Where(l => l.CanBeMatched && contacts.ContainsKey(l.PhoneE164!)).ToList();
            if (candidates is [var only])
            {
                only.LinkMatched(owner.Deal, contacts[only.PhoneE164!], now);
                changes.Add(locked.Change(deal, deal with { Lead = only.Id }));
                continue;
            }

            if (candidates.Count > 1)
                db.LeadMatches.Add(LeadMatch.Create(deal.Key, candidates[0].PhoneE164!, now));
            unlinked.Add(owner);
        }

        await KeepPhonesAsync(account, unlinked, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync(changes, cancellationToken);
    }

    private async Task<IReadOnlyCollection<Lead>> CandidatesAsync(
        UserAccountId account,
        IReadOnlyCollection<string> phones,
        CancellationToken cancellationToken
    )
    {
        var ids = await db.Matchable(account)
            .Where(l => phones.Contains(l.PhoneE164!))
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        return (await leads.LockAsync(account, ids, cancellationToken)).Values;
    }

    private async Task KeepPhonesAsync(
        UserAccountId account,
        IReadOnlyCollection<DealOwner> owners,
        CancellationToken cancellationToken
    )
    {
        var deals = owners.Select(o => o.Deal).ToList();
        await db
            .DealContacts.Where(c => c.UserAccountId == account && deals.Contains(c.AmocrmLeadId))
            .ExecuteDeleteAsync(cancellationToken);
        db.DealContacts.AddRange(
            owners.SelectMany(o => o.Phones.Select(p => DealContact.From(new(account, o.Deal), p.Phone, p.Contact)))
        );
    }
}
