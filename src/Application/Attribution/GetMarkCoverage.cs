using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Counts leads by the marks they bear, and parameters that ad platforms did not fill in.</summary>
public sealed record GetMarkCoverageQuery(CohortFilter Cohort) : IRequest<MarkCoverage>, ICohortRequest;

/// <param name="Items">Most leads first. Fields of the account's own only where they are mapped or named a creative.</param>
/// <param name="Unfilled">Most leads first.</param>
public sealed record MarkCoverage(IReadOnlyList<CoveredMark> Items, IReadOnlyList<UnfilledMark> Unfilled);

/// <param name="Name">What the account calls the field.</param>
/// <param name="Leads">Those that bear it with a value.</param>
/// <param name="Named">Those of them whose creative it decided.</param>
public sealed record CoveredMark(string Code, string? Name, long Leads, long Named);

/// <param name="Value">The parameter as it stands in the deal, such as <c>{{ad.id}}</c>.</param>
public sealed record UnfilledMark(string Code, string Value, long Leads);

internal sealed class GetMarkCoverageValidator : CohortValidator<GetMarkCoverageQuery>;

internal sealed class GetMarkCoverageHandler(CohortReader cohorts, IMarkCoverage marks, AttributionVersions versions)
    : IRequestHandler<GetMarkCoverageQuery, MarkCoverage>
{
    private const int MostUnfilled = 50;

    public async Task<MarkCoverage> Handle(GetMarkCoverageQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var mapped = ((await versions.NewestAsync(cohort.Account, cancellationToken))?.Fields ?? [])
            .Select(field => field.Code)
            .ToHashSet(StringComparer.Ordinal);
        var counts = await marks.CountAsync(cohort, cancellationToken);
        return new(
            [
                .. counts
                    .Where(count => count.Unfilled is null)
                    .Where(count => TrackingCodes.IsOfAddress(count.Code) || count.Named > 0 || mapped.Contains(count.Code))
                    .OrderByDescending(count => count.Leads)
                    .ThenBy(count => TrackingCodes.Rank(count.Code))
                    .Select(count => new CoveredMark(count.Code, count.Name, count.Leads, count.Named)),
            ],
            [
                .. counts
                    .Where(count => count.Unfilled is not null)
                    .OrderByDescending(count => count.Leads)
                    .ThenBy(count => TrackingCodes.Rank(count.Code))
                    .ThenBy(count => count.Unfilled, StringComparer.Ordinal)
                    .Take(MostUnfilled)
                    .Select(count => new UnfilledMark(count.Code, count.Unfilled!, count.Leads)),
            ]
        );
    }
}
