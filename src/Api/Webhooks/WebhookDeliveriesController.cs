using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;

namespace AmoCrmQualification.Api.Webhooks;

/// <summary>What amoCRM delivered, and what came of it.</summary>
[ApiController]
[Route("api/webhook-deliveries")]
[Tags("Webhooks")]
public sealed class WebhookDeliveriesController(IMediator mediator) : ControllerBase
{
    [HttpGet]
    public Task<Page<DeliveryView>> List(
        Guid userAccountId,
        DeliveryState? state,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetDeliveriesQuery(new(userAccountId), state, new(limit, cursor)), cancellationToken);

    [HttpGet("{id:guid}")]
    public Task<DeliveryDetails> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetDeliveryQuery(id), cancellationToken);

    /// <summary>Does one delivery again. Always harmless.</summary>
    [HttpPost("{id:guid}/replay")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> Replay(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new ReplayDeliveryCommand(id), cancellationToken);
        return Accepted();
    }

    /// <summary>Does all deliveries that arrived in [since, until) and are in one of these states again.</summary>
    [HttpPost("recover")]
    [ProducesResponseType<RecoveredDeliveries>(StatusCodes.Status202Accepted)]
    public async Task<IActionResult> Recover(Guid userAccountId, RecoverBody body, CancellationToken cancellationToken) =>
        Accepted(
            await mediator.Send(
                new RecoverDeliveriesCommand(new(userAccountId), body.Since, body.Until, body.States),
                cancellationToken
            )
        );
}

public sealed record RecoverBody(DateTimeOffset? Since, DateTimeOffset? Until, IReadOnlyList<DeliveryState>? States);
