using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Finds the creative that brought a lead, and the direction it belongs to. What the caller says wins.</summary>
internal sealed class Attribution(IAppDbContext db)
{
    public async Task<(CreativeId? Creative, DirectionId? Direction)> OfAsync(
        UserAccountId account,
        LeadDraft lead,
        CancellationToken cancellationToken
    )
    {
        var creative = await CreativeAsync(account, lead, cancellationToken);
        if (lead.DirectionId is not { } given)
            return (creative?.Id, creative?.DirectionId);

        var direction = new DirectionId(given);
        if (!await db.Directions.AnyAsync(d => d.UserAccountId == account && d.Id == direction, cancellationToken))
            throw new DomainException(Refusal.Invalid("direction_id", Reasons.DirectionUnknown, "There is no such direction."));
        return (creative?.Id, direction);
    }

    private async Task<Creative?> CreativeAsync(UserAccountId account, LeadDraft lead, CancellationToken cancellationToken)
    {
        var creatives = db.Creatives.AsNoTracking().Where(c => c.UserAccountId == account);
        if (lead.CreativeId is { } given)
        {
            var id = new CreativeId(given);
            return await creatives.SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
                ?? throw new DomainException(
                    Refusal.Invalid("creative_id", Reasons.CreativeUnknown, "There is no such creative.")
                );
        }

        string?[] marks = [AdIdText.Clean(lead.AdId), lead.SeenUtmContent];
        var found = await db
            .CreativeAds.AsNoTracking()
            .Where(ad => ad.UserAccountId == account && marks.Contains(ad.AdId))
            .ToListAsync(cancellationToken);
        var shown = found.Find(ad => ad.AdId == marks[0]) ?? found.Find(ad => ad.AdId == marks[1]);
        return shown is null ? null : await creatives.SingleAsync(c => c.Id == shown.CreativeId, cancellationToken);
    }
}
