using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>One creative among those of its direction.</summary>
/// <param name="ShrunkRate">Percent: the rate, pulled towards the others' the more the fewer leads it has.</param>
/// <param name="BestProbability">P(best), 0–1; <see langword="null"/> for a creative without leads.</param>
public sealed record CreativeComparison(CreativeId Creative, Rate Rate, double ShrunkRate, double? BestProbability);
