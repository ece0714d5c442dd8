using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Infrastructure.Outbox;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>The tokens of accounts as they are stored: encrypted, one row an account.</summary>
internal sealed class AmoTokenStore(NpgsqlDataSource database, ISecretCipher cipher, ILogger<AmoTokenStore> log)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UntilFirstRecheck = TimeSpan.FromMinutes(1);

    private const string Read = """
        SELECT domain, access_token, refresh_token, state,
          coalesce(access_token_expires_at <= now() + $2, false), coalesce(access_token_expires_at <= now(), false)
        FROM amocrm_connections WHERE user_account_id = $1
        """;

    // amoCRM refuses good tokens too, now and then: it is looked at again by itself.
    private static readonly string Stop = $"""
        WITH stopped AS (
          UPDATE amocrm_connections SET state = 'reauthorization_required'
          WHERE user_account_id = $1 AND access_token = $2 AND state = 'connected' RETURNING user_account_id)
        INSERT INTO outbox (user_account_id, kind, subject, version, due_at)
        SELECT user_account_id, '{SnakeCaseEnum<OutboxKind>.Format(OutboxKind.RecheckToken)}', '', 1, now() + $3 FROM stopped
        {PostgresOutbox.EnqueueAgain}
        """;

    // By the refresh token that was spent: also where the lock was lost with its session, nobody else can have replaced it.
    private const string Keep = """
        UPDATE amocrm_connections SET state = 'connected', access_token = $3, access_token_expires_at = $4,
          refresh_token = $5, refresh_token_expires_at = $6
        WHERE user_account_id = $1 AND refresh_token = $2
        """;

    /// <exception cref="AmoCallException">amoCRM has refused the token before.</exception>
    public async Task<AmoCredentials> GetAsync(
        UserAccountId account,
        CancellationToken cancellationToken,
        bool evenRefused = false
    )
    {
        await using var command = database.Command(Read, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(Margin));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            throw new DomainException(Connection.Missing);
        if (!evenRefused && SnakeCaseEnum<ConnectionState>.Parse(row.GetString(3)) == ConnectionState.ReauthorizationRequired)
            throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null);
        var encrypted = row.GetString(1);
        return new(
            new AmoAccessToken(AmoDomain.Parse(row.GetString(0))!.Value, cipher.Decrypt(encrypted)),
            encrypted,
            await row.IsDBNullAsync(2, cancellationToken) ? null : row.GetString(2),
            row.GetBoolean(4),
            row.GetBoolean(5)
        );
    }

    public string RefreshTokenIn(AmoCredentials credentials) => cipher.Decrypt(credentials.EncryptedRefresh!);

    /// <summary>Stops the account, if this is still its token.</summary>
    public async Task StopAsync(UserAccountId account, AmoCredentials refused, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Stop,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(refused.EncryptedAccess),
            BatchCommands.Scalar(UntilFirstRecheck)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stores new tokens in place of old ones; should the database be away, as soon as it is back.</summary>
    public async Task<AmoCredentials> ReplaceAsync(UserAccountId account, AmoCredentials old, TokenResponse tokens)
    {
        const int Tries = 21;
        var credentials = new AmoCredentials(
            old.Access with
            {
                Token = tokens.AccessToken,
            },
            cipher.Encrypt(tokens.AccessToken),
            cipher.Encrypt(tokens.RefreshToken!),
            EndsSoon: false,
            HasEnded: false
        );
        for (var left = Tries; ; left--)
        {
            try
            {
                await KeepAsync(account, old, credentials, tokens);
                return credentials;
            }
            catch (Exception e) when (left > 0 && DatabaseFailures.IsAway(e))
            {
                log.LogWarning(
                    "The refreshed token of account {Account} cannot be stored yet: {Reason}",
                    account.Value,
                    e.Message
                );
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private async Task KeepAsync(UserAccountId account, AmoCredentials old, AmoCredentials credentials, TokenResponse tokens)
    {
        await using var keep = database.Command(
            Keep,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(old.EncryptedRefresh!),
            BatchCommands.Scalar(credentials.EncryptedAccess),
            BatchCommands.Scalar(tokens.AccessTokenExpiresAt!.Value),
            BatchCommands.Scalar(credentials.EncryptedRefresh!),
            BatchCommands.Scalar(tokens.RefreshTokenExpiresAt!.Value)
        );
        await keep.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

/// <summary>With what right an account's amoCRM is called. The encrypted text tells tokens apart.</summary>
internal sealed record AmoCredentials(
    AmoAccessToken Access,
    string EncryptedAccess,
    string? EncryptedRefresh,
    bool EndsSoon,
    bool HasEnded
)
{
    public bool CanBeRefreshed => EncryptedRefresh is not null;

    public override string ToString() => Access.ToString();
}
