using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Attribution;

namespace AmoCrmQualification.Api.Attribution;

/// <summary>The fields of amoCRM's deals.</summary>
[ApiController]
[Route("api/user-accounts/{id:guid}/deal-fields")]
[Tags("Attribution")]
public sealed class DealFieldsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the fields of deals, read from amoCRM at the call, each with its most frequent values.</summary>
    [HttpGet]
    [Problem(ProblemCodes.NotFound, Reasons.AccountUnknown)]
    [CallsAmoCrm]
    public Task<DealFields> List(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetDealFieldsQuery(new(id)), cancellationToken);
}
