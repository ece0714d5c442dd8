using AmoCrmQualification.Domain.Campaigns;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

public sealed record CreateCreativeCommand(UserAccountId Account, string? Title, Guid? DirectionId, IReadOnlyList<string>? AdIds)
    : IRequest<CreativeView>;

/// <summary>Changes what is given; a direction that is null is taken away, <c>AdIds</c> replace the creative's ads.</summary>
public sealed record ChangeCreativeCommand(Guid Creative, string? Title, Optional<Guid> DirectionId, IReadOnlyList<string>? AdIds)
    : IRequest<CreativeView>;

internal sealed class CreateCreativeValidator : AbstractValidator<CreateCreativeCommand>
{
    public CreateCreativeValidator()
    {
        RuleFor(c => c.Title).NotEmpty().Title();
        RuleFor(c => c.AdIds).AdIds();
    }
}

internal sealed class ChangeCreativeValidator : AbstractValidator<ChangeCreativeCommand>
{
    public ChangeCreativeValidator()
    {
        RuleFor(c => c.Title).Title();
        RuleFor(c => c.AdIds).AdIds();
    }
}

internal sealed class SaveCreativeHandler(IAppDbContext db, ILocks locks, TimeProvider clock)
    : IRequestHandler<CreateCreativeCommand, CreativeView>,
        IRequestHandler<ChangeCreativeCommand, CreativeView>
{
    public async Task<CreativeView> Handle(CreateCreativeCommand command, CancellationToken cancellationToken)
    {
        var creative = Creative.Make(command.Account, command.Title!, direction: null, clock.GetUtcNow());
        db.Creatives.Add(creative);
        return await SaveAsync(creative, command.DirectionId, command.AdIds, cancellationToken);
    }

    public async Task<CreativeView> Handle(ChangeCreativeCommand command, CancellationToken cancellationToken)
    {
        var id = new CreativeId(command.Creative);
        var creative =
            await db.Creatives.Include(c => c.Ads).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.CreativeUnknown, "creative"));
        if (command.Title is { } title)
            creative.Retitle(title);
        return await SaveAsync(creative, command.DirectionId.Over(creative.DirectionId?.Value), command.AdIds, cancellationToken);
    }

    private async Task<CreativeView> SaveAsync(
        Creative creative,
        Guid? directionId,
        IReadOnlyList<string>? adIds,
        CancellationToken cancellationToken
    )
    {
        var account = creative.UserAccountId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Alone, so that no lead of one of these ads comes in between and stays without its creative.
        await locks.AcquireExclusiveAsync(account, cancellationToken);

        DirectionId? direction = directionId is { } given ? new(given) : null;
        if (
            direction is not null
            && !await db.Directions.AnyAsync(d => d.UserAccountId == account && d.Id == direction, cancellationToken)
        )
            throw new DomainException(Refusal.Invalid("direction_id", Reasons.DirectionUnknown, "There is no such direction."));
        creative.MoveTo(direction);

        if (adIds is not null)
        {
            var ads = adIds.Select(AdIdText.Clean).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (
                await db.CreativeAds.AnyAsync(
                    ad => ad.UserAccountId == account && ads.Contains(ad.AdId) && ad.CreativeId != creative.Id,
                    cancellationToken
                )
            )
                throw new DomainException(
                    Refusal.Conflict(Reasons.AdTaken, "An ad shows one creative only: one of these ads shows another.")
                );
            creative.SetAds(ads);
        }

        await db.SaveChangesAsync(cancellationToken);
        await AttributeWaitingLeadsAsync(creative, cancellationToken);
        await AttributeWaitingSpendAsync(creative, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CreativeView.From(creative);
    }

    /// <summary>Leads that named an ad before anybody said which creative it shows.</summary>
    private Task<int> AttributeWaitingLeadsAsync(Creative creative, CancellationToken cancellationToken)
    {
        var ads = creative.Ads.Select(ad => ad.AdId).ToList();
        return db
            .Leads.Where(l => l.UserAccountId == creative.UserAccountId && l.CreativeId == null)
            .Where(l => ads.Contains(l.AdId!) || ads.Contains(l.UtmContent!))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(l => l.CreativeId, creative.Id)
                        .SetProperty(l => l.DirectionId, l => l.DirectionId ?? creative.DirectionId)
                        .SetProperty(l => l.UpdatedAt, clock.GetUtcNow()),
                cancellationToken
            );
    }

    /// <summary>Attributes earlier spend of these ads to the creative.</summary>
    private Task<int> AttributeWaitingSpendAsync(Creative creative, CancellationToken cancellationToken)
    {
        var ads = creative.Ads.Select(ad => ad.AdId).ToList();
        return db
            .AdSpend.Where(s => s.UserAccountId == creative.UserAccountId && s.CreativeId == null && ads.Contains(s.AdId!))
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.CreativeId, creative.Id).SetProperty(s => s.UpdatedAt, clock.GetUtcNow()),
                cancellationToken
            );
    }
}
