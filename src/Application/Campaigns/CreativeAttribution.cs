using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Gives a creative its ads and marks, and with them their earlier leads and spend.</summary>
internal sealed class CreativeAttribution(IAppDbContext db, ILeadAttribution leads, TimeProvider clock)
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
    public async Task<DirectionId?> DirectionAsync(UserAccountId account, Guid? given, CancellationToken cancellationToken) =>
        given is { } id ? await db.GivenDirectionAsync(account, id, cancellationToken) : null;

    /// <summary>Makes these its marks; a mark of another creative is refused. Needs the account alone.</summary>
    public async Task<IReadOnlyList<CreativeMark>> SetMarksAsync(
        Creative creative,
        IReadOnlyList<CreativeMark> former,
        IEnumerable<CreativeMarkView> given,
        CancellationToken cancellationToken
    )
    {
        var account = creative.UserAccountId;
        var marks = given
            .Select(m => CreativeMark.Create(account, creative.Id, m.Code.ToLowerInvariant(), MarkText.Clean(m.Value)!))
            .DistinctBy(mark => mark.Key)
            .ToList();
        var values = marks.ConvertAll(mark => mark.FoldedValue);
        var others = await db
            .CreativeMarks.AsNoTracking()
            .Where(m => m.UserAccountId == account && m.CreativeId != creative.Id && values.Contains(m.FoldedValue))
            .ToListAsync(cancellationToken);
        if (others.Exists(other => marks.Exists(mark => mark.Key == other.Key)))
            throw new DomainException(
                Refusal.Conflict(Reasons.MarkTaken, "A mark names one creative only: one of these names another.")
            );

        db.CreativeMarks.RemoveRange(former.ExceptBy(marks.Select(mark => mark.Key), mark => mark.Key));
        db.CreativeMarks.AddRange(marks.ExceptBy(former.Select(mark => mark.Key), mark => mark.Key));
        return marks;
    }

    /// <summary>Attributes the leads and the spend of its ads and marks, earlier ones too. The creative is saved.</summary>
    /// <param name="values">Marks that it has, ads and marks that it had.</param>
    public async Task AttributeAsync(Creative creative, IEnumerable<string> values, CancellationToken cancellationToken)
    {
        var ads = creative.Ads.Select(ad => ad.AdId).ToList();
        await leads.DecideMentioningAsync(creative.UserAccountId, creative.Id, [.. values.Union(ads)], cancellationToken);
        await AttributeSpendAsync(creative, ads, cancellationToken);
    }

    /// <summary>Attributes the spend of these ads to the creative: it follows the ad, as leads do.</summary>
    private Task<int> AttributeSpendAsync(Creative creative, List<string> ads, CancellationToken cancellationToken) =>
        db
            .AdSpend.Where(s => s.UserAccountId == creative.UserAccountId && s.CreativeId != creative.Id && ads.Contains(s.AdId!))
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.CreativeId, creative.Id).SetProperty(s => s.UpdatedAt, clock.GetUtcNow()),
                cancellationToken
            );
}
