using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Api.Analytics;

/// <summary>Qualified leads per creative.</summary>
[ApiController]
[Route("api/amocrm/qualification-stats")]
[Tags("Analytics")]
public sealed class QualificationStatsController(IMediator mediator) : ControllerBase
{
    /// <summary>Counts leads and qualified leads per creative; <c>from</c> and <c>to</c> are days of creation, both included.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public Task<QualificationStats> Get(
        Guid userAccountId,
        Guid? directionId,
        DateOnly? from,
        DateOnly? to,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetQualificationStatsQuery(new(userAccountId), directionId, from, to), cancellationToken);
}
