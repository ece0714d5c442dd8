using AmoCrmQualification.Application.Alerts;

namespace AmoCrmQualification.Api.Alerts;

/// <summary>What an account's people should know.</summary>
[ApiController]
[Route("api/alerts")]
[Tags("Alerts")]
public sealed class AlertsController(IMediator mediator) : ControllerBase
{
    /// <summary>What is wrong with the account now, the latest first. An alert goes by itself when its cause is gone.</summary>
    [HttpGet]
    public Task<Page<Alert>> List(Guid userAccountId, CancellationToken cancellationToken) =>
        mediator.Send(new GetAlertsQuery(new(userAccountId)), cancellationToken);
}
