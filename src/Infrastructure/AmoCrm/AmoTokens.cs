using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Connections;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// The tokens of accounts. They are read at each call: another replica may have refreshed them. One refreshes at a time;
/// whoever waited for it finds the new tokens and uses those, as a second refresh would kill them.
/// </summary>
internal sealed class AmoTokens(
    NpgsqlDataSource database,
    SessionLocks locks,
    AmoOAuth oauth,
    ISecretCipher cipher,
    ILogger<AmoTokens> log
)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

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
        ON CONFLICT (user_account_id, kind, subject) DO UPDATE
        SET version = outbox.version + 1, due_at = excluded.due_at, attempts = 0
        """;

    private static readonly TimeSpan UntilFirstRecheck = TimeSpan.FromMinutes(1);

    // By the refresh token that was spent: also where the lock was lost with its session, nobody else can have replaced it.
    private const string Keep = """
        UPDATE amocrm_connections SET state = 'connected', access_token = $3, access_token_expires_at = $4,
          refresh_token = $5, refresh_token_expires_at = $6
        WHERE user_account_id = $1 AND refresh_token = $2
        """;

    /// <summary>The token to call with, refreshed if it ends soon.</summary>
    public async Task<AmoCredentials> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var credentials = await ReadAsync(account, cancellationToken);
        if (credentials is not { EndsSoon: true, CanBeRefreshed: true })
            return credentials;
        try
        {
            return await RefreshAsync(account, credentials, cancellationToken);
        }
        catch (AmoCallException e) when (e.MayBeRetried && !credentials.HasEnded)
        {
            return credentials; // it still serves
        }
    }

    /// <summary>Another token than the one amoCRM has refused; without one the account stops.</summary>
    public async Task<AmoCredentials> InsteadOfAsync(
        UserAccountId account,
        AmoCredentials refused,
        CancellationToken cancellationToken
    )
    {
        if (refused.CanBeRefreshed)
            return await RefreshAsync(account, refused, cancellationToken);
        await StopAsync(account, refused, cancellationToken);
        throw new AmoCallException(AmoFailure.NeedsReauthorization, status: 401);
    }

    /// <summary>Only if it is still the token that was refused.</summary>
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

    /// <summary>The token of an account, also where amoCRM has refused it.</summary>
    public Task<AmoCredentials> RefusedAsync(UserAccountId account, CancellationToken cancellationToken) =>
        ReadAsync(account, cancellationToken, evenRefused: true);

    /// <summary>Refreshes what amoCRM has refused before; the account goes on when that succeeds.</summary>
    public Task<AmoCredentials> RefreshRefusedAsync(
        UserAccountId account,
        AmoCredentials refused,
        CancellationToken cancellationToken
    ) => RefreshAsync(account, refused, cancellationToken, evenRefused: true);

    private async Task<AmoCredentials> RefreshAsync(
        UserAccountId account,
        AmoCredentials old,
        CancellationToken cancellationToken,
        bool evenRefused = false
    )
    {
        await using var alone = await locks.AcquireAsync(SessionLocks.Tokens, account, cancellationToken);
        var current = await ReadAsync(account, cancellationToken, evenRefused);
        if (current.EncryptedAccess != old.EncryptedAccess || !current.CanBeRefreshed)
            return current;

        var refresh = cipher.Decrypt(current.EncryptedRefresh!);
        TokenResponse tokens;
        try
        {
            // From here to the end nobody may give up: amoCRM's answer is the only copy of the new tokens.
            tokens = await oauth.RefreshAsync(current.Access.Domain, refresh, CancellationToken.None);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await StopAsync(account, current, CancellationToken.None);
            Count("refused");
            log.LogWarning("amoCRM wants account {Account} to be authorized anew: {Hint}", account.Value, e.Hint);
            throw;
        }

        var credentials = new AmoCredentials(
            current.Access with
            {
                Token = tokens.AccessToken,
            },
            cipher.Encrypt(tokens.AccessToken),
            cipher.Encrypt(tokens.RefreshToken!),
            EndsSoon: false,
            HasEnded: false
        );
        try
        {
            await KeepAsync(account, current, credentials, tokens);
        }
        catch (Exception e) when (DatabaseFailures.IsAway(e))
        {
            await KeepLaterAsync(account, current, credentials, tokens);
        }

        Count("refreshed");
        log.LogInformation("Refreshed the token of account {Account}", account.Value);
        return credentials;
    }

    private static void Count(string result) =>
        Telemetry.TokenRefreshes.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>The database went away between amoCRM's answer and our keeping it: the tokens are kept as soon as it is back.</summary>
    private async Task KeepLaterAsync(UserAccountId account, AmoCredentials old, AmoCredentials credentials, TokenResponse tokens)
    {
        const int Tries = 20;
        for (var left = Tries; ; left--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            try
            {
                await KeepAsync(account, old, credentials, tokens);
                return;
            }
            catch (Exception e) when (left > 0 && DatabaseFailures.IsAway(e))
            {
                log.LogWarning("The refreshed token of account {Account} cannot be kept yet: {Reason}", account.Value, e.Message);
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

    private async Task<AmoCredentials> ReadAsync(
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
