using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Gives a creative its ads, and with them their earlier leads and spend.</summary>
internal sealed class AdAttribution(IAppDbContext db, TimeProvider clock)
{
    /// <summary>Makes these its ads; an ad of another creative is refused. Needs the account alone.</summary>
    public async Task SetAdsAsync(Creative creative, IEnumerable<string> adIds, CancellationToken cancellationToken)
    {
        var account = creative.UserAccountId;
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

    /// <summary>The account's direction, checked.</summary>
    public async Task<DirectionId?> DirectionAsync(UserAccountId account, Guid? given, CancellationToken cancellationToken)
    {
        if (given is not { } id)
            return null;
        var direction = new DirectionId(id);
        return await db.Directions.AnyAsync(d => d.UserAccountId == account && d.Id == direction, cancellationToken)
            ? direction
            : throw new DomainException(Refusal.Invalid("direction_id", Reasons.DirectionUnknown, "There is no such direction."));
    }

    /// <summary>Attributes the leads and the spend of its ads that came before. The creative is saved.</summary>
    public async Task AttributeWaitingAsync(Creative creative, CancellationToken cancellationToken)
    {
        var ads = creative.Ads.Select(ad => ad.AdId).ToList();
        await AttributeLeadsAsync(creative, ads, cancellationToken);
        await AttributeSpendAsync(creative, ads, cancellationToken);
    }

    /// <summary>Attributes earlier leads of these ads to the creative.</summary>
    private Task<int> AttributeLeadsAsync(Creative creative, List<string> ads, CancellationToken cancellationToken) =>
        db
            .Leads.Where(l => l.UserAccountId == creative.UserAccountId && l.CreativeId == null)
            .Where(l => ads.Contains(l.AdId!) || ads.Contains(l.UtmContent!))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(l => l.CreativeId, creative.Id)
                        .SetProperty(l => l.DirectionId, l => l.DirectionId ?? creative.DirectionId)
                        .SetProperty(l => l.UpdatedAt, clock.GetUtcNow()),
                cancellationToken
            );

    /// <summary>Attributes earlier spend of these ads to the creative.</summary>
    private Task<int> AttributeSpendAsync(Creative creative, List<string> ads, CancellationToken cancellationToken) =>
        db
            .AdSpend.Where(s => s.UserAccountId == creative.UserAccountId && s.CreativeId == null && ads.Contains(s.AdId!))
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.CreativeId, creative.Id).SetProperty(s => s.UpdatedAt, clock.GetUtcNow()),
                cancellationToken
            );
}
