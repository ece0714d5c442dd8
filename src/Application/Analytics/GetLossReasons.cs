namespace AmoCrmQualification.Application.Analytics;

/// <summary>Why leads of a cohort were lost, as people say in amoCRM.</summary>
public sealed record GetLossReasonsQuery(CohortFilter Cohort) : IRequest<LossReasons>, ICohortRequest;

internal sealed class GetLossReasonsValidator : CohortValidator<GetLossReasonsQuery>;

/// <param name="Reasons">The most frequent first; leads that are lost without a reason last.</param>
public sealed record LossReasons(IReadOnlyList<LossReason> Reasons);

/// <param name="Reason">Null gathers the lost leads that have none.</param>
/// <param name="Leads">Leads whose deal is lost now.</param>
/// <param name="Share">Of all lost leads of the cohort.</param>
public sealed record LossReason(string? Reason, long Leads, RateView Share, IReadOnlyList<LossOfCreative> Creatives);

/// <param name="CreativeId"><c>unknown</c> gathers the leads that no creative is known for.</param>
public sealed record LossOfCreative(string CreativeId, long Leads);

internal sealed class GetLossReasonsHandler(CohortReader cohorts, ILossCounts counts)
    : IRequestHandler<GetLossReasonsQuery, LossReasons>
{
    public async Task<LossReasons> Handle(GetLossReasonsQuery query, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(query.Cohort, cancellationToken);
        var losses = await counts.CountAsync(cohort, cancellationToken);
        var all = losses.Sum(loss => loss.Leads);
        return new([
            .. losses
                .GroupBy(loss => loss.Reason, StringComparer.Ordinal)
                .Select(reason => Create(reason, all, cohort.AsOf))
                .OrderBy(reason => reason.Reason is null)
                .ThenByDescending(reason => reason.Leads)
                .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
        ]);
    }

    private static LossReason Create(IGrouping<string?, LossCount> losses, long all, DateTimeOffset asOf)
    {
        var leads = losses.Sum(loss => loss.Leads);
        var creatives = losses
            .Select(loss => new LossOfCreative(CreativeQualification.IdOf(loss.Creative), loss.Leads))
            .OrderByDescending(creative => creative.Leads)
            .ThenBy(creative => creative.CreativeId, StringComparer.Ordinal);
        var share = RateView.From(new(leads, all), RatePopulation.LostLeads, asOf);
        return new(losses.Key, leads, share, [.. creatives]);
    }
}
