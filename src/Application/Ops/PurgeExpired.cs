using MediatR;

namespace AmoCrmQualification.Application.Ops;

/// <summary>Makes room: drops raw deliveries past their retention and sightings that no late report can need any more.</summary>
public sealed record PurgeExpiredCommand(int RawDeliveriesDays) : IRequest;

public interface IRetention
{
    /// <summary>Drops the delivery log before the day and sightings received before the instant; prepares the coming days.</summary>
    Task PurgeAsync(DateOnly deliveriesBefore, DateTimeOffset sightingsBefore, CancellationToken cancellationToken);
}

internal sealed class PurgeExpiredHandler(IRetention retention, TimeProvider clock) : IRequestHandler<PurgeExpiredCommand, Unit>
{
    /// <summary>Longer than amoCRM repeats a delivery, and than deliveries overtake each other.</summary>
    private static readonly TimeSpan SightingsLast = TimeSpan.FromHours(48);

    public async Task<Unit> Handle(PurgeExpiredCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var firstKept = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-command.RawDeliveriesDays);
        await retention.PurgeAsync(firstKept, now - SightingsLast, cancellationToken);
        return Unit.Value;
    }
}
