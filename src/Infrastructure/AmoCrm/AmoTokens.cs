using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoConnection;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// The tokens of accounts. They are read at each call: another replica may have refreshed them. Whoever refreshes holds the
/// row meanwhile; whoever waited for it finds the new tokens and takes those, as a second refresh would kill them.
/// </summary>
internal sealed class AmoTokens(NpgsqlDataSource database, AmoOAuth oauth, ISecretCipher cipher, ILogger<AmoTokens> log)
{
    private const int LockPatienceSeconds = 60; // longer than one refresh may take
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private const string Read = """
        SELECT domain, access_token, refresh_token, state,
          coalesce(access_token_expires_at <= now() + $2, false), coalesce(access_token_expires_at <= now(), false)
        FROM amocrm_connections WHERE user_account_id = $1
        """;

    private const string ReadAlone = Read + " FOR UPDATE";

    private const string Stop =
        "UPDATE amocrm_connections SET state = 'reauthorization_required' WHERE user_account_id = $1 AND access_token = $2";

    // By the refresh token that was spent: also where the lock was lost with its session, nobody else can have replaced it.
    private const string Keep = """
        UPDATE amocrm_connections SET state = 'connected', access_token = $3, access_token_expires_at = $4,
          refresh_token = $5, refresh_token_expires_at = $6
        WHERE user_account_id = $1 AND refresh_token = $2
        """;

    /// <summary>The token to call with, refreshed if it ends soon.</summary>
    public async Task<AmoRight> OfAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        AmoRight right;
        await using (var command = database.Command(Read, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(Margin)))
            right = await OneAsync(command, cancellationToken);
        if (right is not { EndsSoon: true, CanBeRefreshed: true })
            return right;
        try
        {
            return await RefreshAsync(account, right, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.RetryLater && !right.HasEnded)
        {
            return right; // it still serves
        }
    }

    /// <summary>Another token than the one amoCRM has refused; without one the account waits for a person.</summary>
    public async Task<AmoRight> InsteadOfAsync(UserAccountId account, AmoRight refused, CancellationToken cancellationToken)
    {
        if (refused.CanBeRefreshed)
            return await RefreshAsync(account, refused, cancellationToken);
        await StopAsync(account, refused, cancellationToken);
        throw new AmoCallException(AmoFailure.NeedsReauthorization, status: 401);
    }

    /// <summary>Only if it is still the token that was refused.</summary>
    public async Task StopAsync(UserAccountId account, AmoRight refused, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Stop,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(refused.EncryptedAccess)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<AmoRight> RefreshAsync(UserAccountId account, AmoRight old, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var alone = new NpgsqlCommand(ReadAlone, connection, transaction)
        {
            CommandTimeout = LockPatienceSeconds,
            Parameters = { BatchCommands.Scalar(account.Value), BatchCommands.Scalar(Margin) },
        };
        var current = await OneAsync(alone, cancellationToken);
        if (current.EncryptedAccess != old.EncryptedAccess || !current.CanBeRefreshed)
            return current;

        var refresh = cipher.Decrypt(current.EncryptedRefresh!);
        AmoGrant grant;
        try
        {
            // From here to the end nobody may give up: amoCRM's answer is the only copy of the new tokens.
            grant = await oauth.RefreshAsync(current.Access.Domain, refresh, CancellationToken.None);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await using var stop = new NpgsqlCommand(Stop, connection, transaction)
            {
                Parameters = { BatchCommands.Scalar(account.Value), BatchCommands.Scalar(current.EncryptedAccess) },
            };
            await stop.ExecuteNonQueryAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            Count("refused");
            log.LogWarning("amoCRM wants account {Account} to be authorized anew: {Hint}", account.Value, e.Hint);
            throw;
        }

        var right = new AmoRight(
            current.Access with
            {
                Token = grant.AccessToken,
            },
            cipher.Encrypt(grant.AccessToken),
            cipher.Encrypt(grant.RefreshToken!),
            EndsSoon: false,
            HasEnded: false
        );
        try
        {
            await using var keep = KeepCommand(account, current, right, grant, connection);
            keep.Transaction = transaction;
            await keep.ExecuteNonQueryAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e) when (DatabaseFailures.IsAway(e))
        {
            await KeepLaterAsync(account, current, right, grant);
        }

        Count("refreshed");
        log.LogInformation("Refreshed the token of account {Account}", account.Value);
        return right;
    }

    private static void Count(string result) =>
        Telemetry.TokenRefreshes.Add(1, new KeyValuePair<string, object?>("result", result));

    /// <summary>The database went away between amoCRM's answer and our commit: the tokens are kept as soon as it is back.</summary>
    private async Task KeepLaterAsync(UserAccountId account, AmoRight old, AmoRight right, AmoGrant grant)
    {
        const int Tries = 20;
        for (var left = Tries; ; left--)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            try
            {
                await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
                await using var keep = KeepCommand(account, old, right, grant, connection);
                await keep.ExecuteNonQueryAsync(CancellationToken.None);
                return;
            }
            catch (Exception e) when (left > 0 && DatabaseFailures.IsAway(e))
            {
                log.LogWarning("The refreshed token of account {Account} cannot be kept yet: {Reason}", account.Value, e.Message);
            }
        }
    }

    private static NpgsqlCommand KeepCommand(
        UserAccountId account,
        AmoRight old,
        AmoRight right,
        AmoGrant grant,
        NpgsqlConnection connection
    ) =>
        new(Keep, connection)
        {
            Parameters =
            {
                BatchCommands.Scalar(account.Value),
                BatchCommands.Scalar(old.EncryptedRefresh!),
                BatchCommands.Scalar(right.EncryptedAccess),
                BatchCommands.Scalar(grant.AccessTokenExpiresAt!.Value),
                BatchCommands.Scalar(right.EncryptedRefresh!),
                BatchCommands.Scalar(grant.RefreshTokenExpiresAt!.Value),
            },
        };

    private async Task<AmoRight> OneAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            throw new DomainException(Connection.Missing);
        if (Words<ConnectionState>.Parse(row.GetString(3)) == ConnectionState.ReauthorizationRequired)
            throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null);
        var encrypted = row.GetString(1);
        return new(
            new AmoAccess(AmoDomain.Parse(row.GetString(0))!.Value, cipher.Decrypt(encrypted)),
            encrypted,
            await row.IsDBNullAsync(2, cancellationToken) ? null : row.GetString(2),
            row.GetBoolean(4),
            row.GetBoolean(5)
        );
    }
}

/// <summary>With what right an account's amoCRM is called. The encrypted text tells tokens apart.</summary>
internal sealed record AmoRight(AmoAccess Access, string EncryptedAccess, string? EncryptedRefresh, bool EndsSoon, bool HasEnded)
{
    public bool CanBeRefreshed => EncryptedRefresh is not null;

    public override string ToString() => Access.ToString();
}
