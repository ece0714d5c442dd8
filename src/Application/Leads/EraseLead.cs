using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Forgets the person behind a lead: contacts, message and payloads go, the counted facts stay.</summary>
public sealed record EraseLeadCommand(Guid Lead) : IRequest;

/// <summary>
/// Removes what amoCRM reported of a deal beyond what counts: payloads of its history, and bodies of deliveries, done,
/// waiting or dead.
/// </summary>
public interface IPayloadEraser
{
    /// <param name="contact">The person's contact at amoCRM, as far as it is known.</param>
    Task EraseAsync(DealKey deal, AmoContactId? contact, CancellationToken cancellationToken);
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
                .Leads.Where(l => l.Id == id)
                .Select(l => new
                {
                    l.UserAccountId,
                    l.AmocrmLeadId,
                    l.AmocrmContactId,
                })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        // Locks the deal, so that a look-up under way has written what it writes before it is erased.
        if (known.AmocrmLeadId is { } deal)
            await payloads.EraseAsync(new(known.UserAccountId, deal), known.AmocrmContactId, cancellationToken);

        var lead = (await leads.LockAsync(known.UserAccountId, [id], cancellationToken))[id];
        if (lead.AmocrmLeadId != known.AmocrmLeadId)
            return false;

        var now = clock.GetUtcNow();
        await ForgetPhoneAsync(lead, cancellationToken);
        lead.Erase(now);
        var sale = await db.Sales.SingleOrDefaultAsync(
            s => s.UserAccountId == lead.UserAccountId && s.LeadId == id,
            cancellationToken
        );
        sale?.ForgetPerson(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Deals that were recognised by the phone, unless another lead has the same.</summary>
    private async Task ForgetPhoneAsync(Lead lead, CancellationToken cancellationToken)
    {
        var (account, phone) = (lead.UserAccountId, lead.PhoneE164);
        if (phone is null)
            return;
        var spellings = PhoneSpellings.GetAll(phone);
        if (await db.Matchable(account).AnyAsync(l => spellings.Contains(l.PhoneE164!) && l.Id != lead.Id, cancellationToken))
            return;
        await db
            .DealContacts.Where(c => c.UserAccountId == account && spellings.Contains(c.PhoneE164))
            .ExecuteDeleteAsync(cancellationToken);
        foreach (
            var match in await db
                .LeadMatches.Where(m => m.UserAccountId == account && spellings.Contains(m.PhoneE164!))
                .ToListAsync(cancellationToken)
        )
            match.ForgetPerson();
    }
}
