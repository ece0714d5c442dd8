using FluentValidation;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Queues a delivery to be processed again. Harmless: its events are known already.</summary>
public sealed record ReplayDeliveryCommand(Guid Delivery) : IRequest;

/// <summary>Does all deliveries of a time and of some states again.</summary>
public sealed record RecoverDeliveriesCommand(
    UserAccountId Account,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    IReadOnlyList<DeliveryState>? States
) : IRequest<RecoveredDeliveries>;

public sealed record RecoveredDeliveries(int Queued);

internal sealed class RecoverDeliveriesValidator : AbstractValidator<RecoverDeliveriesCommand>
{
    public RecoverDeliveriesValidator()
    {
        RuleFor(c => c.Since).NotNull();
        RuleFor(c => c.Until)
            .Must((c, until) => until is null || until > c.Since)
            .WithErrorCode(Reasons.PeriodInverted)
            .WithMessage("until lies after since.");
        RuleFor(c => c.States).NotEmpty();
    }
}

internal sealed class ReplayDeliveryHandler(IAppDbContext db, IInbox inbox) : IRequestHandler<ReplayDeliveryCommand, Unit>
{
    private static readonly DeliveryState[] EveryState = Enum.GetValues<DeliveryState>();

    public async Task<Unit> Handle(ReplayDeliveryCommand command, CancellationToken cancellationToken)
    {
        var waiting = await db
            .WebhookInbox.Where(d => d.Id == command.Delivery)
            .Select(d => (UserAccountId?)d.UserAccountId)
            .SingleOrDefaultAsync(cancellationToken);
        var owner = waiting ?? await db.LoggedOwnerAsync(command.Delivery, cancellationToken);
        await inbox.RequeueAsync(new(owner, command.Delivery, null, null, EveryState), cancellationToken);
        return Unit.Value;
    }
}

internal sealed class RecoverDeliveriesHandler(IInbox inbox) : IRequestHandler<RecoverDeliveriesCommand, RecoveredDeliveries>
{
    public async Task<RecoveredDeliveries> Handle(RecoverDeliveriesCommand command, CancellationToken cancellationToken)
    {
        var filter = new RequeueFilter(
            command.Account,
            Delivery: null,
            command.Since!.Value.ToUniversalTime(),
            command.Until?.ToUniversalTime(),
            [.. command.States!]
        );
        return new(await inbox.RequeueAsync(filter, cancellationToken));
    }
}
