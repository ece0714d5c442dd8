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

internal sealed class SaveCreativeHandler(IAppDbContext db, ILocks locks, AdAttribution attribution, TimeProvider clock)
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

        creative.MoveTo(await attribution.DirectionAsync(account, directionId, cancellationToken));
        if (adIds is not null)
            await attribution.SetAdsAsync(creative, adIds, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await attribution.AttributeWaitingAsync(creative, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return CreativeView.From(creative);
    }
}
