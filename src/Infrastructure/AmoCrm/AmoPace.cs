using AmoCrmQualification.Application.AmoConnection;
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

    // A tenth slower than allowed, as calls do not arrive as evenly as they leave.
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1.1 / options.RequestsPerSecond);

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
