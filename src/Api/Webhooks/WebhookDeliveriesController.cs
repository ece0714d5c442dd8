using AmoCrmQualification.Api.Http.OpenApi;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;

namespace AmoCrmQualification.Api.Webhooks;

/// <summary>Deliveries of amoCRM and their effects.</summary>
[ApiController]
[Route("api/webhook-deliveries")]
[Tags("Webhooks")]
public sealed class WebhookDeliveriesController(IMediator mediator) : ControllerBase
{
    /// <summary>Lists deliveries of amoCRM, newest first.</summary>
    [HttpGet]
    [Problem(ProblemCodes.ValidationError, Reasons.CursorUnknown, Reasons.ValueOutOfRange)]
    public Task<Page<DeliveryView>> List(
        Guid userAccountId,
        DeliveryState? state,
        int? limit,
        string? cursor,
        CancellationToken cancellationToken
    ) => mediator.Send(new GetDeliveriesQuery(new(userAccountId), state, new(limit, cursor)), cancellationToken);

    /// <summary>Returns a delivery with its raw and its parsed body.</summary>
    [HttpGet("{id:guid}")]
    [Problem(ProblemCodes.NotFound, Reasons.DeliveryUnknown)]
    public Task<DeliveryDetails> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetDeliveryQuery(id), cancellationToken);

    /// <summary>Queues a delivery to be processed again, which changes nothing twice.</summary>
    [HttpPost("{id:guid}/replay")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.NotFound, Reasons.DeliveryUnknown)]
    public async Task<IActionResult> Replay(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new ReplayDeliveryCommand(id), cancellationToken);
        return Accepted();
    }

    /// <summary>Queues the deliveries received in [since, until) with one of the states to be processed again.</summary>
    [HttpPost("recover")]
    [ProducesResponseType<RecoveredDeliveries>(StatusCodes.Status202Accepted)]
    [Problem(ProblemCodes.ValidationError, Reasons.PeriodInverted)]
    public async Task<IActionResult> Recover(Guid userAccountId, RecoverBody body, CancellationToken cancellationToken) =>
        Accepted(
            await mediator.Send(
                new RecoverDeliveriesCommand(new(userAccountId), body.Since, body.Until, body.States),
                cancellationToken
            )
        );
}

public sealed record RecoverBody(DateTimeOffset? Since, DateTimeOffset? Until, IReadOnlyList<DeliveryState>? States);
