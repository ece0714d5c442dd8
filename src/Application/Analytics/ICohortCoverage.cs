using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts what the figures of a cohort leave out.</summary>
public interface ICohortCoverage
{
    /// <summary>Leads of the filter by creative, whether figures count them or not.</summary>
    Task<IReadOnlyList<ChosenCount>> ChosenAsync(Cohort cohort, CancellationToken cancellationToken);

    /// <summary>Deals in a stage that no lead has, made in the days of the cohort and not deleted.</summary>
    Task<OutsideCount> OutsideAsync(Cohort cohort, CancellationToken cancellationToken);
}

/// <param name="Creative">Null for the leads that no creative is known for.</param>
/// <param name="Leads">With a deal or without one; not deleted and no tests.</param>
/// <param name="Deleted">Leads whose deal was deleted.</param>
/// <param name="Tests">Leads marked as tests that are not deleted.</param>
public sealed record ChosenCount(CreativeId? Creative, long Leads, long Deleted, long Tests);

/// <param name="Amount">Sum of their prices, whole currency units; null where none has one.</param>
public sealed record OutsideCount(long Deals, decimal? Amount);
