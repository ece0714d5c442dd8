using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Matching;
using FluentValidation;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Decides on an ambiguous deal: links it to a lead, or ignores it.</summary>
public sealed record DecideLeadMatchCommand(Guid Match, Guid? LeadId, bool? Ignore) : IRequest<LeadMatchView>;

internal sealed class DecideLeadMatchValidator : AbstractValidator<DecideLeadMatchCommand>
{
    public DecideLeadMatchValidator() =>
        RuleFor(c => c.LeadId)
            .Must((c, _) => c.LeadId is not null ? c.Ignore is not true : c.Ignore is true)
            .WithErrorCode(Reasons.MatchDecisionUnclear)
            .WithMessage("Give either lead_id or ignore: true.");
}

internal sealed class DecideLeadMatchHandler(IAppDbContext db, ILedger ledger, LockedLeads leads, TimeProvider clock)
    : IRequestHandler<DecideLeadMatchCommand, LeadMatchView>
{
    public async Task<LeadMatchView> Handle(DecideLeadMatchCommand command, CancellationToken cancellationToken)
    {
        var id = new LeadMatchId(command.Match);
        var known =
            await db
                .LeadMatches.AcrossAccounts(OwnerLookup.Reason)
                .Where(m => m.Id == id)
                .Select(m => new { m.UserAccountId, m.AmocrmLeadId })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.MatchUnknown, "match"));
        var key = new DealKey(known.UserAccountId, known.AmocrmLeadId);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = await ledger.LockAsync([key], cancellationToken); // nobody else decides or links it now
        var lead = command.LeadId is { } given ? await CandidateAsync(key, new(given), cancellationToken) : null;
        var match = await db.LeadMatches.SingleAsync(m => m.UserAccountId == key.Account && m.Id == id, cancellationToken);
        if (lead is null)
            match.Ignore(clock.GetUtcNow());
        else
            await LinkAsync(match, lead, locked, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return match.Show([]);
    }

    private async Task<Lead> CandidateAsync(DealKey key, LeadId id, CancellationToken cancellationToken)
    {
        var held = await leads.LockAsync(key.Account, [id], cancellationToken);
        return held.GetValueOrDefault(id)
            ?? throw new DomainException(Refusal.Invalid("lead_id", Reasons.LeadUnknown, "There is no such lead."));
    }

    private async Task LinkAsync(LeadMatch match, Lead lead, LockedDeals locked, CancellationToken cancellationToken)
    {
        var (now, deal) = (clock.GetUtcNow(), locked.Deals[new(match.UserAccountId, match.AmocrmLeadId)]);
        match.Link(lead.Id, now);
        if (!deal.IsFree)
            throw new DomainException(Refusal.Conflict(Reasons.LeadAlreadyLinked, "Another lead of this account has this deal."));
        var contact = await db
            .DealContacts.Where(c => c.UserAccountId == match.UserAccountId && c.AmocrmLeadId == match.AmocrmLeadId)
            .SingleOrDefaultAsync(c => c.PhoneE164 == lead.PhoneE164, cancellationToken);
        lead.LinkMatched(deal.Key.Deal, contact?.AmocrmContactId, now);
        await ledger.ReleaseAdoptedAsync([deal], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ledger.WriteAsync([locked.Change(deal, deal.TakenBy(lead.Id))], cancellationToken);
    }
}
