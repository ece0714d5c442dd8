using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Leads by the marks they bear.</summary>
public interface IMarkCoverage
{
    /// <summary>Counts leads by code: with a value, and with each parameter that was not filled in.</summary>
    Task<IReadOnlyList<CoveredCount>> CountAsync(Cohort cohort, CancellationToken cancellationToken);
}

/// <param name="Unfilled">The parameter; null for values.</param>
/// <param name="Named">Leads whose creative the mark decided.</param>
public sealed record CoveredCount(string Code, string? Unfilled, string? Name, long Leads, long Named);
