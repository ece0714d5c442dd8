using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Forgets the person behind a lead: contacts, message and payloads go, the counted facts stay.</summary>
public sealed record EraseLeadCommand(Guid Lead) : IRequest;

/// <summary>Removes what amoCRM reported of a person beyond what counts.</summary>
public interface IPayloadEraser
{
    /// <summary>Payloads of the deal's history, its marks, and its contacts, which are returned. Locks the deal.</summary>
    Task<IReadOnlyList<AmoContactId>> EraseDealAsync(DealKey deal, CancellationToken cancellationToken);

    /// <summary>Bodies of deliveries, done, waiting or dead, that name the deal or one of the contacts.</summary>
    Task EraseBodiesAsync(
        UserAccountId account,
        DealId? deal,
        IReadOnlySet<AmoContactId> contacts,
        CancellationToken cancellationToken
    );
}

internal sealed class EraseLeadHandler(IAppDbContext db, IPayloadEraser payloads, LockedLeads leads, TimeProvider clock)
    : IRequestHandler<EraseLeadCommand, Unit>
{
    public async Task<Unit> Handle(EraseLeadCommand command, CancellationToken cancellationToken)
    {
        // A lead that gets its deal meanwhile keeps it, so the second try knows it.
        while (!await TryEraseAsync(new(command.Lead), cancellationToken)) { }
        return Unit.Value;
    }

    private async Task<bool> TryEraseAsync(LeadId id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known =
            await db
                .Leads.AcrossAccounts(OwnerLookup.Reason)
                .Where(l => l.Id == id)
                .Select(l => new { l.UserAccountId, l.AmocrmLeadId })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        var account = known.UserAccountId;
        // The deal first, so that a look-up under way has written what it writes before it is erased.
        var contacts = new HashSet<AmoContactId>();
        if (known.AmocrmLeadId is { } deal)
            contacts.UnionWith(await payloads.EraseDealAsync(new(account, deal), cancellationToken));

        var lead = (await leads.LockAsync(account, [id], cancellationToken))[id];
        if (lead.AmocrmLeadId != known.AmocrmLeadId)
            return false;

        var now = clock.GetUtcNow();
        contacts.UnionWith(await ForgetPhoneAsync(lead, cancellationToken));
        if (lead.AmocrmContactId is { } contact)
            contacts.Add(contact);
        await payloads.EraseBodiesAsync(account, lead.AmocrmLeadId, contacts, cancellationToken);
        lead.Erase(now);
        var sale = await db.Sales.SingleOrDefaultAsync(s => s.UserAccountId == account && s.LeadId == id, cancellationToken);
        sale?.ForgetPerson(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // Once more: what was processed meanwhile did not know yet that the person was erased.
        await payloads.EraseBodiesAsync(account, known.AmocrmLeadId, contacts, cancellationToken);
        return true;
    }

    /// <summary>Forgets deals that were recognised by the phone, unless another lead has the same. Returns their contacts.</summary>
    private async Task<IReadOnlyCollection<AmoContactId>> ForgetPhoneAsync(Lead lead, CancellationToken cancellationToken)
    {
        var (account, phone) = (lead.UserAccountId, lead.PhoneE164);
        if (phone is null)
            return [];
        var spellings = PhoneSpellings.GetAll(phone);
        if (await db.Matchable(account).AnyAsync(l => spellings.Contains(l.PhoneE164!) && l.Id != lead.Id, cancellationToken))
            return [];
        var known = db.DealContacts.Where(c => c.UserAccountId == account && spellings.Contains(c.PhoneE164));
        var contacts = await known.Select(c => c.AmocrmContactId).ToListAsync(cancellationToken);
        await known.ExecuteDeleteAsync(cancellationToken);
        foreach (
            var match in await db
                .LeadMatches.Where(m => m.UserAccountId == account && spellings.Contains(m.PhoneE164!))
                .ToListAsync(cancellationToken)
        )
            match.ForgetPerson();
        return contacts;
    }
}
