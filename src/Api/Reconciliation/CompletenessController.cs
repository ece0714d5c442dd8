using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Api.Reconciliation;

/// <summary>How much of what happens in amoCRM its webhooks tell.</summary>
[ApiController]
[Route("api/amocrm/completeness")]
[Tags("Runs")]
public sealed class CompletenessController(IMediator mediator) : ControllerBase
{
    /// <summary>Stage changes a day, and how they were learnt; the last thirty days when no period is given, at most 400.</summary>
    [HttpGet]
    public Task<Completeness> Get(Guid userAccountId, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        mediator.Send(new GetCompletenessQuery(new(userAccountId), from, to), cancellationToken);
}
