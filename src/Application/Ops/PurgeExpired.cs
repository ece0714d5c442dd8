namespace AmoCrmQualification.Application.Ops;

/// <summary>Makes room: drops deliveries past their retention, done or dead, and duplicate observations that no late report can need any more.</summary>
public sealed record PurgeExpiredCommand(int RawDeliveriesDays) : IRequest;

public interface IRetention
{
    /// <summary>Drops what is past its time, and prepares the coming days of the delivery log.</summary>
    Task PurgeAsync(Expiry expiry, CancellationToken cancellationToken);
}

/// <param name="DeliveriesBefore">The first day whose deliveries are kept.</param>
/// <param name="DuplicatesBefore">Received earlier than this, unless amoCRM's events or their count need them.</param>
/// <param name="RunsBefore">Finished earlier than this.</param>
public sealed record Expiry(DateOnly DeliveriesBefore, DateTimeOffset DuplicatesBefore, DateTimeOffset RunsBefore);

internal sealed class PurgeExpiredHandler(IRetention retention, TimeProvider clock) : IRequestHandler<PurgeExpiredCommand, Unit>
{
    /// <summary>Longer than amoCRM repeats a delivery, and than deliveries overtake each other.</summary>
    private static readonly TimeSpan DuplicatesLast = TimeSpan.FromHours(48);

    private static readonly TimeSpan RunsLast = TimeSpan.FromDays(90);

    public async Task<Unit> Handle(PurgeExpiredCommand command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var firstDay = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-command.RawDeliveriesDays);
        await retention.PurgeAsync(new(firstDay, now - DuplicatesLast, now - RunsLast), cancellationToken);
        return Unit.Value;
    }
}
