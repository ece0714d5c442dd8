using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Verdict on a creative against the others of its direction; nothing is said before it can be.</summary>
public enum Verdict
{
    TooEarly,
    Better,
    Worse,
}

/// <summary>One creative among those of its direction.</summary>
/// <param name="ShrunkRate">Percent: the rate, pulled towards the others' the more the fewer leads it has.</param>
/// <param name="BestProbability">P(best), 0–1; <see langword="null"/> for a creative without leads.</param>
/// <param name="AgainstRest">Against all the others as one population.</param>
/// <param name="LeadsNeeded">
/// Leads that this creative and the rest need each, in all, to tell rates as far apart as theirs;
/// <see langword="null"/> while there is nothing to tell apart.
/// </param>
public sealed record CreativeComparison(
    CreativeId Creative,
    Rate Rate,
    double ShrunkRate,
    double? BestProbability,
    RateDifference AgainstRest,
    Verdict Verdict,
    long? LeadsNeeded
);
