using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Gives out the moments at which amoCRM may be called, from one row per budget in PostgreSQL, so that all replicas
/// together keep to it: evenly spaced, no bursts.
/// </summary>
internal sealed class AmoPace(NpgsqlDataSource database, AmoCrmOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(15);

    // A sixth slower than allowed, as calls do not arrive as evenly as they leave.
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1.2 / options.RequestsPerSecond);

    /// <summary>Whoever is later than this, as on a busy machine, would meet the calls after his: he takes another turn.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(60);

    private const int MostTurns = 10;

    private const string NextSlot = """
        INSERT INTO amocrm_pace AS p (budget, next_slot_at) VALUES ($1, now() + $2)
        ON CONFLICT (budget) DO UPDATE SET next_slot_at = greatest(p.next_slot_at, now()) + $2
        WHERE p.next_slot_at < now() + $3
        RETURNING greatest(next_slot_at - $2 - clock_timestamp(), interval '0')
        """;

    /// <summary>Returns when it is the caller's turn.</summary>
    /// <exception cref="AmoCallException">So many wait already that it is better to come back later.</exception>
    public async Task WaitAsync(AmoDomain domain, CancellationToken cancellationToken)
    {
        // Kommo counts calls per address, amoCRM per account.
        var budget = domain.IsKommo ? "kommo" : domain.Host;
        var began = clock.GetTimestamp();
        for (var turn = 1; turn <= MostTurns; turn++)
            if (await TakeTurnAsync(budget, cancellationToken) < Lateness)
                break;
        Telemetry.AmoPaceWait.Record(clock.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>Answers how much later than its moment the turn came.</summary>
    private async Task<TimeSpan> TakeTurnAsync(string budget, CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        await using var command = database.Command(
            NextSlot,
            BatchCommands.Scalar(budget),
            BatchCommands.Scalar(_spacing),
            BatchCommands.Scalar(LongestQueue)
        );
        if (await command.ExecuteScalarAsync(cancellationToken) is not TimeSpan wait)
            throw new AmoCallException(AmoFailure.RetryLater, status: null, LongestQueue);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        return clock.GetElapsedTime(asked) - wait;
    }
}

/// <summary>The next free moment of a budget of calls.</summary>
internal sealed class AmoPaceRow
{
    public string Budget { get; private init; } = "";
    public DateTimeOffset NextSlotAt { get; private init; }
}

internal sealed class AmoPaceConfiguration : IEntityTypeConfiguration<AmoPaceRow>
{
    public void Configure(EntityTypeBuilder<AmoPaceRow> builder)
    {
        builder.ToTable("amocrm_pace");
        builder.HasKey(p => p.Budget);
    }
}
