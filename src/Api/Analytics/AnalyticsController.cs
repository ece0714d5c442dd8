using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Api.Analytics;

/// <summary>What advertising brings: figures of the leads created in a period, in the account's time zone.</summary>
[ApiController]
[Route("api/analytics")]
[Tags("Analytics")]
public sealed class AnalyticsController(IMediator mediator) : ControllerBase
{
    /// <summary>What each creative brought and cost, and which do better than the others of their direction.</summary>
    [HttpGet("creatives")]
    public Task<CreativeFigures> Creatives(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new CompareCreativesQuery(filter.ToFilter(userAccountId)), cancellationToken);

    /// <summary>How far leads came in a pipeline.</summary>
    [HttpGet("funnel")]
    public Task<Funnel> Funnel(
        Guid userAccountId,
        long? pipelineId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetFunnelQuery(filter.ToFilter(userAccountId), pipelineId), cancellationToken);

    /// <summary>The figures by day, week (from Monday) or month; empty ones too.</summary>
    [HttpGet("trends")]
    public Task<Trends> Trends(
        Guid userAccountId,
        TrendInterval? interval,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetTrendsQuery(filter.ToFilter(userAccountId), interval), cancellationToken);

    /// <summary>How leads qualify with age; young ones are counted only as long as they are old.</summary>
    [HttpGet("maturity")]
    public Task<MaturityFigures> Maturity(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetMaturityQuery(filter.ToFilter(userAccountId)), cancellationToken);

    /// <summary>How long leads stay in the stages of a pipeline, and how they leave them.</summary>
    [HttpGet("time-in-stage")]
    public Task<TimeInStage> TimeInStage(
        Guid userAccountId,
        long? pipelineId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetTimeInStageQuery(filter.ToFilter(userAccountId), pipelineId), cancellationToken);

    /// <summary>The figures in one look, each beside that of as many days before.</summary>
    [HttpGet("summary")]
    public Task<Summary> Summary(Guid userAccountId, [FromQuery] CohortForm filter, CancellationToken cancellationToken) =>
        mediator.Send(new GetSummaryQuery(filter.ToFilter(userAccountId)), cancellationToken);
}
