using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Verdict on a creative against the others of its direction; nothing is said before it can be.</summary>
public enum Verdict
{
    TooEarly,
    Better,
    Worse,

    /// <summary>It has nothing to be compared with.</summary>
    Alone,
}

/// <summary>Leads of a creative that are old enough, by the days of their creation.</summary>
/// <param name="Days">Rising; days without leads may be missing.</param>
public sealed record JudgedCreative(CreativeId Creative, IReadOnlyList<JudgedDay> Days)
{
    /// <summary>Sales of these leads, by the same days.</summary>
    public IReadOnlyList<JudgedSales> Sales { get; init; } = [];

    public Rate Rate { get; } = new(Days.Sum(day => day.Qualified), Days.Sum(day => day.Leads));
}

/// <summary>Verdict on one creative with its proof.</summary>
/// <param name="Rate">Of its judged leads.</param>
/// <param name="Others">Of the judged leads of all others in its direction.</param>
/// <param name="LeadsNeeded">
/// Judged leads still wanting to tell one and a half times the others' rate; 0 when there, <see langword="null"/> when nothing
/// of the others is judged or their rate leaves no room above it.
/// </param>
public sealed record CreativeVerdict(
    CreativeId Creative,
    Verdict Verdict,
    Evidence Evidence,
    Rate Rate,
    Rate Others,
    long? LeadsNeeded
);
