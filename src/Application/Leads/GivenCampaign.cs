using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Finds the creative and the direction that a caller names for a lead.</summary>
internal sealed class GivenCampaign(IAppDbContext db)
{
    /// <summary>A creative that is named brings its direction, unless another one is named too.</summary>
    public async Task<(CreativeId? Creative, DirectionId? Direction)> FindAsync(
        UserAccountId account,
        LeadDraft lead,
        CancellationToken cancellationToken
    )
    {
        var creative = lead.CreativeId is { } id ? await CreativeAsync(account, new(id), cancellationToken) : null;
        if (lead.DirectionId is not { } given)
            return (creative?.Id, creative?.DirectionId);

        var direction = new DirectionId(given);
        if (!await db.Directions.AnyAsync(d => d.UserAccountId == account && d.Id == direction, cancellationToken))
            throw new DomainException(Refusal.Invalid("direction_id", Reasons.DirectionUnknown, "There is no such direction."));
        return (creative?.Id, direction);
    }

    private async Task<Creative> CreativeAsync(UserAccountId account, CreativeId id, CancellationToken cancellationToken) =>
        await db.Creatives.AsNoTracking().SingleOrDefaultAsync(c => c.UserAccountId == account && c.Id == id, cancellationToken)
        ?? throw new DomainException(Refusal.Invalid("creative_id", Reasons.CreativeUnknown, "There is no such creative."));
}
