using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

public interface ILossCounts
{
    /// <summary>Leads of a cohort whose deal is lost now, by amoCRM's reason and by creative.</summary>
    Task<IReadOnlyList<LossCount>> CountAsync(Cohort cohort, CancellationToken cancellationToken);
}

/// <param name="Reason">Null where nobody gave one in amoCRM, or it is not known yet.</param>
/// <param name="Creative">Null for the leads that no creative is known for.</param>
public sealed record LossCount(string? Reason, CreativeId? Creative, long Leads);
