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
        var creative = lead.CreativeId is { } id ? await db.GivenCreativeAsync(account, id, cancellationToken) : null;
        DirectionId? direction = lead.DirectionId is { } given
            ? await db.GivenDirectionAsync(account, given, cancellationToken)
            : creative?.DirectionId;
        return (creative?.Id, direction);
    }
}
