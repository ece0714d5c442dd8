using AmoCrmQualification.Application.Alerts;

namespace AmoCrmQualification.Api.Alerts;

/// <summary>Alerts of an account.</summary>
[ApiController]
[Route("api/alerts")]
[Tags("Alerts")]
public sealed class AlertsController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists the account's current alerts, latest first. An alert ends with its cause.</summary>
    [HttpGet]
    public Task<Page<Alert>> List(Guid userAccountId, CancellationToken cancellationToken) =>
        mediator.Send(new GetAlertsQuery(new(userAccountId)), cancellationToken);
}
