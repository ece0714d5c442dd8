using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Matching;

namespace AmoCrmQualification.Application.Matching;

/// <summary>
/// Links deals with the one lead that has their phone, asks a person where there are several, and keeps the phones of
/// the others. An adopted lead gives way to the lead with its phone, else it gets the name of its contact. The deals are
/// opened in the ledger already: no other work links them now.
/// </summary>
internal sealed class PhoneLinks(IAppDbContext db, ILedger ledger, ILocks locks, LockedLeads leads, TimeProvider clock)
{
    public async Task MakeAsync(LockedDeals locked, IReadOnlyList<DealOwner> owners, CancellationToken cancellationToken)
    {
        if (owners.Count == 0)
            return;
        var account = locked.Deals.First().Key.Account;
        var phones = owners.SelectMany(o => o.Phones).Select(p => p.Phone).Distinct().ToList();
        await locks.AcquirePhonesAsync(account, phones, cancellationToken);
        var held = await CandidatesAsync(account, phones, cancellationToken);

        var asked = await AskedAsync(account, owners, cancellationToken);

        var (now, changes, unlinked) = (clock.GetUtcNow(), new List<DealChange>(), new List<DealOwner>());
        var byDeal = owners.ToDictionary(o => o.Deal);
        foreach (var (deal, lead, candidates) in PhonePrecedence.Decide(owners.Select(PhonesOf), held, locked.RulesOf(account)))
        {
            var owner = byDeal[deal.Key.Deal];
            if (lead is null)
            {
                if (candidates is [var first, ..])
                    db.LeadMatches.Add(LeadMatch.Create(deal.Key, first.PhoneE164!, now));
                unlinked.Add(owner);
                continue;
            }

            lead.LinkMatched(owner.Deal, owner.Phones.First(p => p.Phone == lead.PhoneE164).Contact, now);
            changes.Add(locked.Change(deal, deal.TakenBy(lead.Id)));
        }

        await KeepPhonesAsync(account, unlinked, cancellationToken);
        await SetPersonsAsync(account, locked, unlinked, cancellationToken);
        await ledger.ReleaseAdoptedAsync([.. changes.Select(change => change.Before)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync(changes, cancellationToken);

        DealPhones PhonesOf(DealOwner owner) =>
            new(
                locked.Deals[new(account, owner.Deal)],
                owner.Phones.Select(p => p.Phone).ToHashSet(StringComparer.Ordinal),
                asked.Contains(owner.Deal)
            )
            {
                MadeAt = owner.MadeAt,
            };
    }

    private async Task<List<DealId>> AskedAsync(
        UserAccountId account,
        IEnumerable<DealOwner> owners,
        CancellationToken cancellationToken
    )
    {
        var deals = owners.Select(o => o.Deal).ToList();
        return await db
            .LeadMatches.Where(m => m.UserAccountId == account && deals.Contains(m.AmocrmLeadId))
            .Select(m => m.AmocrmLeadId)
            .ToListAsync(cancellationToken);
    }

    private async Task SetPersonsAsync(
        UserAccountId account,
        LockedDeals locked,
        IEnumerable<DealOwner> owners,
        CancellationToken cancellationToken
    )
    {
        var persons = owners
            .Where(o => o.Person is not null && locked.Deals[new(account, o.Deal)].IsAdopted)
            .ToDictionary(o => locked.Deals[new(account, o.Deal)].Lead!.Value, o => o.Person!);
        var ids = persons.Keys.ToList();
        foreach (
            var lead in await db.Leads.Where(l => l.UserAccountId == account && ids.Contains(l.Id)).ToListAsync(cancellationToken)
        )
            lead.SetPerson(persons[lead.Id], clock.GetUtcNow());
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
