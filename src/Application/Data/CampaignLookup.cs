using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Data;

/// <summary>Directions and creatives that a request names: those of the account, else it is refused.</summary>
internal static class CampaignLookup
{
    public static async Task<DirectionId> GivenDirectionAsync(
        this IAppDbContext db,
        UserAccountId account,
        Guid given,
        CancellationToken cancellationToken
    )
    {
        var direction = new DirectionId(given);
        return await db.Directions.AnyAsync(d => d.UserAccountId == account && d.Id == direction, cancellationToken)
            ? direction
            : throw new DomainException(Refusal.Invalid("direction_id", Reasons.DirectionUnknown, "There is no such direction."));
    }

    public static async Task<Creative> GivenCreativeAsync(
        this IAppDbContext db,
        UserAccountId account,
        Guid given,
        CancellationToken cancellationToken
    )
    {
        var creative = new CreativeId(given);
        return await db
                .Creatives.AsNoTracking()
                .SingleOrDefaultAsync(c => c.UserAccountId == account && c.Id == creative, cancellationToken)
            ?? throw new DomainException(Refusal.Invalid("creative_id", Reasons.CreativeUnknown, "There is no such creative."));
    }

    /// <summary>Reads the creative that a request names by its id alone, with its ads.</summary>
    public static async Task<Creative> NamedCreativeAsync(this IAppDbContext db, Guid named, CancellationToken cancellationToken)
    {
        var id = new CreativeId(named);
        var account = await db
            .Creatives.Where(c => c.Id == id)
            .OwnerAsync(Reasons.CreativeUnknown, "creative", cancellationToken);
        return await db
                .Creatives.Include(c => c.Ads.Where(ad => ad.UserAccountId == account))
                .SingleOrDefaultAsync(c => c.UserAccountId == account && c.Id == id, cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.CreativeUnknown, "creative"));
    }
}
