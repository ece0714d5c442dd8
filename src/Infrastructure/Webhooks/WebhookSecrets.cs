using System.Security.Cryptography;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Infrastructure.Inbox;
using Microsoft.Extensions.Caching.Memory;

namespace AmoCrmQualification.Infrastructure.Webhooks;

/// <summary>
/// Remembers the signatures of accounts for seconds. A mismatch is checked against the database, at most once a second
/// per account, so that a rotation on another replica is honoured at once and a forger costs little.
/// </summary>
internal sealed class WebhookSecrets(NpgsqlDataSource database, ISecretCipher cipher, WebhookOptions options, TimeProvider clock)
    : IWebhookSecrets,
        IDisposable
{
    private const int RememberedAccounts = 10_000;

    private const int LongestQuerySeconds = 2;

    // How long a revoked secret may still be honoured by another replica.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = RememberedAccounts });

    public async ValueTask<bool> IsAuthenticAsync(UserAccountId account, string? signature, CancellationToken cancellationToken)
    {
        var claimed = Bytes(signature);
        if (signature is null ? options.RequireSignature : claimed is null)
            return false;

        if (_known.TryGetValue(account, out Signatures? known) && known!.Accept(claimed, clock.GetUtcNow()))
            return true;
        if (known is not null && clock.GetUtcNow() - known.ReadAt < BetweenChecks)
            return false;

        known = await ReadInTimeAsync(account, cancellationToken);
        _known.Set(account, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
        return known.Accept(claimed, clock.GetUtcNow());
    }

    public void Forget(UserAccountId account) => _known.Remove(account);

    public void Dispose() => _known.Dispose();

    /// <summary>
    /// Waits beside the query and leaves it to its own time-out: cancelling a query on a server that hangs makes the
    /// driver, and who disposes the cancellation, wait for seconds.
    /// </summary>
    private Task<Signatures> ReadInTimeAsync(UserAccountId account, CancellationToken cancellationToken) =>
        ReadAsync(account).WaitAsync(Acknowledgement.Patience, clock, cancellationToken);

    private async Task<Signatures> ReadAsync(UserAccountId account)
    {
        await using var command = database.CreateCommand(
            "SELECT webhook_secret, former_webhook_secret, former_webhook_secret_until FROM user_accounts WHERE id = $1"
        );
        command.CommandTimeout = LongestQuerySeconds;
        command.Parameters.Add(Persistence.BatchCommands.Scalar(account.Value));
        await using var row = await command.ExecuteReaderAsync();
        if (!await row.ReadAsync())
            return new(clock.GetUtcNow(), Current: null, Former: null, FormerUntil: null);

        return new(
            clock.GetUtcNow(),
            Sign(row.GetString(0)),
            await row.IsDBNullAsync(1) ? null : Sign(row.GetString(1)),
            await row.IsDBNullAsync(2) ? null : row.GetFieldValue<DateTimeOffset>(2)
        );

        byte[] Sign(string encrypted) => WebhookAddresses.Sign(account, Convert.FromHexString(cipher.Decrypt(encrypted)));
    }

    private static byte[]? Bytes(string? signature)
    {
        if (signature is not { Length: 2 * SHA256.HashSizeInBytes })
            return null;
        var bytes = new byte[SHA256.HashSizeInBytes];
        return Convert.FromHexString(signature, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }

    /// <param name="Current">Null when there is no such account.</param>
    private sealed record Signatures(DateTimeOffset ReadAt, byte[]? Current, byte[]? Former, DateTimeOffset? FormerUntil)
    {
        /// <param name="claimed">Null for the bare address, where it is allowed.</param>
        public bool Accept(byte[]? claimed, DateTimeOffset now) =>
            Current is not null
            && (
                claimed is null
                || CryptographicOperations.FixedTimeEquals(claimed, Current)
                || (Former is not null && now < FormerUntil && CryptographicOperations.FixedTimeEquals(claimed, Former))
            );
    }
}

/// <param name="RequireSignature">False also accepts the bare <c>?user_id=</c> address.</param>
public sealed record WebhookOptions(bool RequireSignature);
