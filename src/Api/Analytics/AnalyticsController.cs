using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Api.Analytics;

/// <summary>Figures of the leads created in a period, in the account's time zone.</summary>
[ApiController]
[Route("api/analytics")]
[Tags("Analytics")]
public sealed class AnalyticsController(IMediator mediator) : ControllerBase
{
    /// <summary>Compares creatives by leads, sales and spend, with a verdict within their direction.</summary>
    [HttpGet("creatives")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.DaysMissing, Reasons.IdInvalid)]
    public Task<CreativeFigures> Creatives(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new CompareCreativesQuery(filter.ToFilter(userAccountId)), cancellationToken);

    /// <summary>Returns how the evidence behind the verdict on a creative grew, day by day.</summary>
    [HttpGet("creatives/{id:guid}/evidence")]
    [Problem(ProblemCodes.NotFound, Reasons.CreativeUnknown)]
    public Task<EvidenceFigures> Evidence(Guid id, Guid userAccountId, CancellationToken cancellationToken) =>
        mediator.Send(new GetEvidenceQuery(new(userAccountId), new(id)), cancellationToken);

    /// <summary>Counts the leads that reached each stage of a pipeline.</summary>
    [HttpGet("funnel")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.PeriodInverted,
        Reasons.DaysMissing,
        Reasons.IdInvalid,
        Reasons.PipelineMissing
    )]
    [Problem(ProblemCodes.NotFound, Reasons.PipelineUnknown)]
    public Task<Funnel> Funnel(
        Guid userAccountId,
        long? pipelineId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetFunnelQuery(filter.ToFilter(userAccountId), pipelineId), cancellationToken);

    /// <summary>Returns figures by day, week (from Monday) or month, empty intervals included.</summary>
    [HttpGet("trends")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.DaysMissing, Reasons.IdInvalid, Reasons.PeriodTooLong)]
    public Task<Trends> Trends(
        Guid userAccountId,
        TrendInterval? interval,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetTrendsQuery(filter.ToFilter(userAccountId), interval), cancellationToken);

    /// <summary>Returns the share of qualified leads by age; younger leads count up to their age.</summary>
    [HttpGet("maturity")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.DaysMissing, Reasons.IdInvalid)]
    public Task<MaturityFigures> Maturity(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetMaturityQuery(filter.ToFilter(userAccountId)), cancellationToken);

    /// <summary>Counts lost leads by amoCRM's loss reason; a lead without one is under null.</summary>
    [HttpGet("loss-reasons")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.DaysMissing, Reasons.IdInvalid)]
    public Task<LossReasons> LossReasons(
        Guid userAccountId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetLossReasonsQuery(filter.ToFilter(userAccountId)), cancellationToken);

    /// <summary>Returns the time that leads spend in the stages of a pipeline, and their exits.</summary>
    [HttpGet("time-in-stage")]
    [Problem(
        ProblemCodes.ValidationError,
        Reasons.PeriodInverted,
        Reasons.DaysMissing,
        Reasons.IdInvalid,
        Reasons.PipelineMissing
    )]
    [Problem(ProblemCodes.NotFound, Reasons.PipelineUnknown)]
    public Task<TimeInStage> TimeInStage(
        Guid userAccountId,
        long? pipelineId,
        [FromQuery] CohortForm filter,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetTimeInStageQuery(filter.ToFilter(userAccountId), pipelineId), cancellationToken);

    /// <summary>Returns the leads that each creative needs until a difference of rates shows.</summary>
    [HttpGet("leads-needed")]
    [Problem(ProblemCodes.ValidationError)]
    public Task<LeadsNeeded> LeadsNeeded(
        Guid userAccountId,
        [FromQuery(Name = "from_rate")] double fromRate,
        [FromQuery(Name = "to_rate")] double toRate,
        int creatives,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetLeadsNeededQuery(new(userAccountId), fromRate, toRate, creatives), cancellationToken);

    /// <summary>Compares the accounts that the caller may use; the period is in the time zone of each.</summary>
    [HttpGet("accounts")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public Task<AccountFigures> Accounts(DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        mediator.Send(new GetAccountFiguresQuery(from, to), cancellationToken);

    /// <summary>Returns the main figures of a period beside those of the period of the same length before.</summary>
    [HttpGet("summary")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.DaysMissing, Reasons.IdInvalid)]
    public Task<Summary> Summary(Guid userAccountId, [FromQuery] CohortForm filter, CancellationToken cancellationToken) =>
        mediator.Send(new GetSummaryQuery(filter.ToFilter(userAccountId)), cancellationToken);
}
