using System.Security.Cryptography;
using System.Text.Json;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Takes in a lead from a site, a messenger or a person.</summary>
/// <param name="IdempotencyKey">The same key with the same content gives the same lead.</param>
public sealed record IntakeLeadCommand(UserAccountId Account, LeadDraft Lead, string? IdempotencyKey) : IRequest<IntakeResult>;

/// <param name="IsNew">False when an earlier request with this idempotency key brought it.</param>
public sealed record IntakeResult(LeadView Lead, bool IsNew);

internal sealed class IntakeLeadHandler(
    IAppDbContext db,
    ICaller caller,
    ILocks locks,
    ILedger ledger,
    GivenCampaign campaign,
    ILeadAttribution attribution,
    AttributionVersions versions,
    LeadFollowUp followUp,
    IPhoneNumbers phones,
    TimeProvider clock
) : IRequestHandler<IntakeLeadCommand, IntakeResult>
{
    public async Task<IntakeResult> Handle(IntakeLeadCommand command, CancellationToken cancellationToken)
    {
        var idempotency = command.IdempotencyKey is { Length: > 0 } key ? new Idempotency(key, HashOf(command.Lead)) : null;
        if (await EarlierAsync(command.Account, idempotency, cancellationToken) is { } earlier)
            return earlier;

        try
        {
            return new(await CreateAsync(command, idempotency, cancellationToken), IsNew: true);
        }
        catch (Exception e)
            when (idempotency is not null && e is DbUpdateException or DomainException { Refusal.Kind: RefusalKind.Conflict })
        {
            // A twin of this request may have come first, and have taken the key or the deal.
            if (await EarlierAsync(command.Account, idempotency, cancellationToken) is { } twin)
                return twin;
            throw;
        }
    }

    private async Task<LeadView> CreateAsync(
        IntakeLeadCommand command,
        Idempotency? idempotency,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var isFirst = await followUp.IsFirstToWaitAsync(account, command.Lead, cancellationToken);
        if (isFirst)
            await locks.AcquireExclusiveAsync(account.Id, cancellationToken); // a deal heard of right now sees it, or is seen
        else
            await locks.AcquireSharedAsync(account.Id, cancellationToken);
        var (creative, direction) = await campaign.FindAsync(account.Id, command.Lead, cancellationToken);
        var intake = command.Lead.ToIntake(account, creative, direction, phones, idempotency) with
        {
            AttributionVersion = (await versions.NewestAsync(account.Id, cancellationToken))?.Version ?? 0,
        };
        var lead = Lead.Create(intake, clock.GetUtcNow());

        if (lead.AmocrmLeadId is { } deal)
            await AddLinkedAsync(lead, new(account.Id, deal), cancellationToken);
        else
        {
            await AddAsync(lead, cancellationToken);
            await attribution.DecideAsync(account.Id, [lead.Id], cancellationToken);
            await followUp.AskAsync(lead, isFirst, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return await db
            .Leads.Where(l => l.Id == lead.Id && l.UserAccountId == account.Id)
            .Select(LeadView.Projection(db, caller, account.Id))
            .SingleAsync(cancellationToken);
    }

    /// <summary>The deal may have a history already; the lead takes it over at once.</summary>
    private async Task AddLinkedAsync(Lead lead, DealKey key, CancellationToken cancellationToken)
    {
        var locked = await ledger.LockAsync([key], cancellationToken);
        var deal = locked.Deals[key];
        if (!deal.IsFree)
            throw new DomainException(Refusal.Conflict(Reasons.LeadAlreadyLinked, "Another lead of this account has this deal."));

        await ledger.ReleaseAdoptedAsync([deal], cancellationToken);
        await AddAsync(lead, cancellationToken);
        await ledger.WriteAsync([locked.Change(deal, deal.TakenBy(lead.Id))], cancellationToken);
    }

    private Task AddAsync(Lead lead, CancellationToken cancellationToken)
    {
        db.Leads.Add(lead);
        return db.SaveChangesAsync(cancellationToken);
    }

    private async Task<IntakeResult?> EarlierAsync(
        UserAccountId account,
        Idempotency? idempotency,
        CancellationToken cancellationToken
    )
    {
        if (idempotency is null)
            return null;
        var earlier = await db
            .Leads.AsNoTracking()
            .Where(l => l.UserAccountId == account && l.IdempotencyKey == idempotency.Key)
            .Select(l => new { l.Id, l.IdempotencyHash })
            .SingleOrDefaultAsync(cancellationToken);
        if (earlier is null)
            return null;
        if (earlier.IdempotencyHash is { } hash && !hash.AsSpan().SequenceEqual(idempotency.BodyHash))
            throw new DomainException(
                Refusal.Conflict(Reasons.IdempotencyKeyReused, "This Idempotency-Key came with another body before.")
            );

        return new(
            await db
                .Leads.Where(l => l.UserAccountId == account && l.Id == earlier.Id)
                .Select(LeadView.Projection(db, caller, account))
                .SingleAsync(cancellationToken),
            IsNew: false
        );
    }

    private static byte[] HashOf(LeadDraft lead) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lead));
}
