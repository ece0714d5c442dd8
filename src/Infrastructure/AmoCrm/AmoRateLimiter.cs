using AmoCrmQualification.Application.AmoCrm;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Gives out the moments at which amoCRM may be called, from one row per budget in PostgreSQL, so that all replicas
/// together keep to it: evenly spaced, no bursts, and never more in any second than allowed.
/// </summary>
internal sealed class AmoRateLimiter(NpgsqlDataSource database, AmoCrmOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UntilAnotherIsOver = TimeSpan.FromMilliseconds(20);

    /// <summary>Longer than any wait for an answer: a call without a recorded end has arrived by then.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Where accounts share a budget, those that wait for their answers may not use it up for the others: a call arrives in
    /// far less.
    /// </summary>
    private static readonly TimeSpan LongestSharedCall = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1.1 / options.RequestsPerSecond);

    private const string NextSlot = """
        INSERT INTO amocrm_rate_limits AS p (budget, next_slot_at) VALUES ($1, now() + $2)
        ON CONFLICT (budget) DO UPDATE SET next_slot_at = greatest(p.next_slot_at, now()) + $2
        WHERE p.next_slot_at < now() + $3
        RETURNING greatest(next_slot_at - $2 - clock_timestamp(), interval '0')
        """;

    // Calls do not arrive as evenly as they leave: on a busy machine or by a new connection one arrives late, and those
    // after it do not. So a call counts from when it leaves until a second after its answer, whenever it arrived between.
    private const string Begin = """
        UPDATE amocrm_rate_limits SET counted_until = ARRAY(SELECT t FROM unnest(counted_until) AS t WHERE t > clock_timestamp()) || (clock_timestamp() + $3)
        WHERE budget = $1 AND (SELECT count(*) FROM unnest(counted_until) AS t WHERE t > clock_timestamp()) < $2
        RETURNING counted_until[cardinality(counted_until)]
        """;

    private const string End = """
        UPDATE amocrm_rate_limits SET counted_until = array_replace(counted_until, $2, least($2, clock_timestamp() + interval '1 second'))
        WHERE budget = $1
        """;

    /// <summary>Returns when it is the caller's turn.</summary>
    /// <exception cref="AmoCallException">So many wait already that it is better to come back later.</exception>
    public async Task<RateLimitPermit> AcquireAsync(AmoDomain domain, CancellationToken cancellationToken)
    {
        // Kommo counts calls per address, amoCRM per account.
        var budget = domain.IsKommo ? "kommo" : domain.Host;
        var asked = clock.GetTimestamp();
        await WaitForSlotAsync(budget, cancellationToken);
        DateTime? countedUntil;
        while ((countedUntil = await BeginAsync(domain, budget, cancellationToken)) is null)
            await Task.Delay(UntilAnotherIsOver, clock, cancellationToken);
        Telemetry.AmoRateLimitWait.Record(clock.GetElapsedTime(asked).TotalSeconds);
        return new(budget, countedUntil.Value);
    }

    /// <summary>The call was answered, or can no longer arrive.</summary>
    public async Task ReleaseAsync(RateLimitPermit permit)
    {
        try
        {
            await using var command = database.Command(
                End,
                BatchCommands.Scalar(permit.Budget),
                BatchCommands.Scalar(permit.CountedUntil)
            );
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // It counts a little longer, then; what amoCRM answered is not lost for that.
        }
    }

    private async Task WaitForSlotAsync(string budget, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            NextSlot,
            BatchCommands.Scalar(budget),
            BatchCommands.Scalar(_spacing),
            BatchCommands.Scalar(LongestQueue)
        );
        if (await command.ExecuteScalarAsync(cancellationToken) is not TimeSpan wait)
            throw new AmoCallException(AmoFailure.RateLimited, status: null, LongestQueue);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
    }

    private async Task<DateTime?> BeginAsync(AmoDomain domain, string budget, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Begin,
            BatchCommands.Scalar(budget),
            BatchCommands.Scalar((long)options.RequestsPerSecond),
            BatchCommands.Scalar(domain.IsKommo ? LongestSharedCall : LongestCall)
        );
        return (DateTime?)await command.ExecuteScalarAsync(cancellationToken);
    }
}

/// <summary>A call that counts against its budget.</summary>
internal sealed record RateLimitPermit(string Budget, DateTime CountedUntil);

/// <summary>A budget of calls: its next free moment, and until when each of the last calls counts.</summary>
internal sealed class AmoRateLimitRow
{
    public string Budget { get; private init; } = "";
    public DateTimeOffset NextSlotAt { get; private init; }
    public DateTimeOffset[] CountedUntil { get; private init; } = [];
}

internal sealed class AmoRateLimitConfiguration : IEntityTypeConfiguration<AmoRateLimitRow>
{
    public void Configure(EntityTypeBuilder<AmoRateLimitRow> builder)
    {
        builder.ToTable("amocrm_rate_limits");
        builder.HasKey(p => p.Budget);
        builder.Property(p => p.CountedUntil).HasDefaultValueSql("'{}'");
    }
}
