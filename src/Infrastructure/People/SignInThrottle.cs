using System.Security.Cryptography;
using System.Text;
using AmoCrmQualification.Application.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmoCrmQualification.Infrastructure.People;

/// <summary>Limits of wrong attempts in a quarter of an hour.</summary>
public sealed record SignInThrottleOptions(int FailuresPerUser, int FailuresPerAddress);

/// <summary>Counts in the database, so that replicas count together. What is counted is kept as a hash.</summary>
internal sealed class SignInThrottle(NpgsqlDataSource database, SignInThrottleOptions options) : ISignInThrottle
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const string Count = """
        INSERT INTO sign_in_attempts AS a (key_hash, attempts, ends_at) VALUES ($1, 1, now() + $2)
        ON CONFLICT (key_hash) DO UPDATE SET
          attempts = CASE WHEN a.ends_at <= now() THEN 1 ELSE a.attempts + 1 END,
          ends_at = CASE WHEN a.ends_at <= now() THEN excluded.ends_at ELSE a.ends_at END
        RETURNING attempts, ends_at - now()
        """;

    private const string ResetOne = "UPDATE sign_in_attempts SET attempts = attempts - 1 WHERE key_hash = $1 AND attempts > 0";

    private const string ResetAll = "DELETE FROM sign_in_attempts WHERE key_hash = $1";

    public async Task CountAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        // The address first: one that is refused must not use up what is left to the user it guesses at.
        if (attempt.Address is { } address)
            await CountAsync(AddressKey(address), options.FailuresPerAddress, cancellationToken);
        if (attempt.Email is { } email)
            await CountAsync(UserKey(email), options.FailuresPerUser, cancellationToken);
    }

    public async Task ResetAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Address is { } address)
            await database.DoAsync(ResetOne, [BatchCommands.Scalar(AddressKey(address))], cancellationToken);
        if (attempt.Email is { } email)
            await database.DoAsync(ResetAll, [BatchCommands.Scalar(UserKey(email))], cancellationToken);
    }

    private async Task CountAsync(byte[] key, int most, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Count, BatchCommands.Scalar(key), BatchCommands.Scalar(Window));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        if (row.GetInt32(0) > most)
            throw new DomainException(
                new(
                    RefusalKind.TooMany,
                    ProblemCodes.RateLimited,
                    Reasons.TooManyAttempts,
                    "There were too many wrong attempts. Try again later."
                )
                {
                    RetryAfter = row.GetFieldValue<TimeSpan>(1),
                }
            );
    }

    private static byte[] AddressKey(string address) => SHA256.HashData(Encoding.UTF8.GetBytes("address " + address));

    // As Identity compares e-mails.
    private static byte[] UserKey(string email) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("user " + email.Normalize().ToUpperInvariant()));
}

/// <summary>Wrong attempts by an address, or at a user.</summary>
internal sealed class SignInAttemptRow
{
    public byte[] KeyHash { get; private init; } = [];
    public int Attempts { get; private init; }
    public DateTimeOffset EndsAt { get; private init; }
}

internal sealed class SignInAttemptConfiguration : IEntityTypeConfiguration<SignInAttemptRow>
{
    public void Configure(EntityTypeBuilder<SignInAttemptRow> builder)
    {
        builder.ToTable("sign_in_attempts");
        builder.HasKey(a => a.KeyHash);
        builder.HasIndex(a => a.EndsAt); // what is over is swept
    }
}
