using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Values of leads without a creative, most leads first.</summary>
public sealed record GetUnmatchedMarksQuery(CohortFilter Cohort) : IRequest<UnmatchedMarks>, ICohortRequest;

public sealed record UnmatchedMarks(IReadOnlyList<UnmatchedMark> Items);

/// <param name="Value">The most frequent spelling; case does not matter.</param>
/// <param name="Qualified">Ever.</param>
public sealed record UnmatchedMark(
    string Code,
    string Value,
    long Leads,
    long Qualified,
    long Won,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt
);

internal sealed class GetUnmatchedMarksValidator : CohortValidator<GetUnmatchedMarksQuery>;

internal sealed class GetUnmatchedMarksHandler(CohortReader cohorts, IUnmatchedMarks marks, AttributionVersions versions)
    : IRequestHandler<GetUnmatchedMarksQuery, UnmatchedMarks>
{
    private const int MostItems = 500;

    public async Task<UnmatchedMarks> Handle(GetUnmatchedMarksQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var fields = (await versions.NewestAsync(cohort.Account, cancellationToken))?.Fields ?? [];
        var counts = await marks.CountAsync(cohort, UnmatchedCodes.With(fields), cancellationToken);
        return new([
            .. counts
                .GroupBy(mark => (mark.Code, MarkText.Fold(mark.Value)))
                .Select(Sum)
                .OrderByDescending(mark => mark.Leads)
                .ThenBy(mark => TrackingCodes.Rank(mark.Code))
                .ThenBy(mark => mark.Value, StringComparer.Ordinal)
                .Take(MostItems),
        ]);
    }

    private static UnmatchedMark Sum(IEnumerable<MarkCount> spellings)
    {
        var most = spellings.OrderByDescending(m => m.Leads).ThenBy(m => m.Value, StringComparer.Ordinal).ToList();
        return new(
            most[0].Code,
            most[0].Value,
            most.Sum(m => m.Leads),
            most.Sum(m => m.Qualified),
            most.Sum(m => m.Won),
            most.Min(m => m.FirstSeenAt),
            most.Max(m => m.LastSeenAt)
        );
    }
}
