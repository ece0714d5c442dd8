using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Api.Reconciliation;

/// <summary>Completeness of webhooks.</summary>
[ApiController]
[Route("api/amocrm/completeness")]
[Tags("Runs")]
public sealed class CompletenessController(IMediator mediator) : ControllerBase
{
    /// <summary>Counts stage changes per day by source; the last thirty days without a period, at most 400.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted, Reasons.PeriodTooLong, Reasons.ValueOutOfRange)]
    public Task<Completeness> Get(Guid userAccountId, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        mediator.Send(new GetCompletenessQuery(new(userAccountId), from, to), cancellationToken);
}
