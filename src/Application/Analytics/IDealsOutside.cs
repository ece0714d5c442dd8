namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the deals that no lead has: figures leave them out.</summary>
public interface IDealsOutside
{
    /// <summary>Those in a stage, made in the days of the cohort and not deleted.</summary>
    Task<OutsideCount> CountAsync(Cohort cohort, CancellationToken cancellationToken);
}

/// <param name="Amount">Sum of their prices, whole currency units; null where none has one.</param>
public sealed record OutsideCount(long Deals, decimal? Amount);
