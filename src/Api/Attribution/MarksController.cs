using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Attribution;

namespace AmoCrmQualification.Api.Attribution;

/// <summary>The marks of leads.</summary>
[ApiController]
[Route("api/attribution")]
[Tags("Attribution")]
public sealed class MarksController(IMediator mediator) : ControllerBase
{
    /// <summary>
    /// Lists the values of leads without a creative, most leads first: of the codes that could name one. Tests, deleted leads
    /// and parameters that were not filled in are left out.
    /// </summary>
    [HttpGet("unmatched")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public Task<UnmatchedMarks> List(Guid userAccountId, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        mediator.Send(new GetUnmatchedMarksQuery(new(new(userAccountId), from, to)), cancellationToken);

    /// <summary>
    /// Counts leads by the marks that they bear, those whose creative a mark decided, and parameters that ad platforms did not
    /// fill in. Tests and deleted leads are left out.
    /// </summary>
    [HttpGet("marks")]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public Task<MarkCoverage> Count(Guid userAccountId, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        mediator.Send(new GetMarkCoverageQuery(new(new(userAccountId), from, to)), cancellationToken);
}
