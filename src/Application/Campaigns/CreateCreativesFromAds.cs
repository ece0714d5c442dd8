using AmoCrmQualification.Domain.Campaigns;
using FluentValidation;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Makes creatives of ads, one of each title: ads of the same title show the same creative.</summary>
public sealed record CreateCreativesFromAdsCommand(UserAccountId Account, IReadOnlyList<TitledAd>? Ads, Guid? DirectionId)
    : IRequest<CreatedCreatives>
{
    internal IReadOnlyList<string>? AdIds => Ads?.Select(ad => ad?.AdId ?? "").ToList();
}

public sealed record TitledAd(string? AdId, string? Title);

public sealed record CreatedCreatives(IReadOnlyList<CreativeView> Creatives);

internal sealed class CreateCreativesFromAdsValidator : AbstractValidator<CreateCreativesFromAdsCommand>
{
    public CreateCreativesFromAdsValidator()
    {
        RuleFor(c => c.Ads).NotEmpty();
        RuleFor(c => c.AdIds).AdIds().OverridePropertyName("ads");
        RuleForEach(c => c.Ads).NotNull().ChildRules(ad => ad.RuleFor(a => a.Title).NotEmpty().Title());
    }
}

internal sealed class CreateCreativesFromAdsHandler(
    IAppDbContext db,
    ILocks locks,
    CreativeAttribution attribution,
    TimeProvider clock
) : IRequestHandler<CreateCreativesFromAdsCommand, CreatedCreatives>
{
    public async Task<CreatedCreatives> Handle(CreateCreativesFromAdsCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(command.Account, cancellationToken);
        var direction = await attribution.DirectionAsync(command.Account, command.DirectionId, cancellationToken);

        List<Creative> creatives = [];
        var once = command.Ads!.DistinctBy(ad => AdIdText.Clean(ad.AdId));
        foreach (var ads in once.GroupBy(ad => ad.Title!.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            var creative = Creative.Make(command.Account, ads.Key, direction, clock.GetUtcNow());
            await attribution.SetAdsAsync(creative, ads.Select(ad => ad.AdId!), cancellationToken);
            db.Creatives.Add(creative);
            creatives.Add(creative);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var creative in creatives)
            await attribution.AttributeAsync(creative, [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(creatives.ConvertAll(creative => CreativeView.From(creative, [])));
    }
}
