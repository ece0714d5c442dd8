using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>The values that name no creative.</summary>
public interface IUnmatchedMarks
{
    /// <summary>Counts leads without a creative by the value that counts for each of these codes, in each of its spellings.</summary>
    Task<IReadOnlyList<MarkCount>> CountAsync(
        Cohort cohort,
        IReadOnlyCollection<string> codes,
        CancellationToken cancellationToken
    );
}

/// <param name="Value">In one spelling.</param>
/// <param name="Qualified">Ever.</param>
public sealed record MarkCount(
    string Code,
    string Value,
    long Leads,
    long Qualified,
    long Won,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt
);
