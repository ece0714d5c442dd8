using AmoCrmQualification.Application.AmoCrm;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Follows an account that was renamed and so has another host. Only OAuth tokens let us ask where it lives now.</summary>
internal sealed class AmoDomainChanges(
    NpgsqlDataSource database,
    AmoOAuth oauth,
    ISecretCipher cipher,
    ILogger<AmoDomainChanges> log
)
{
    private const string Read =
        "SELECT domain, access_token, refresh_token FROM amocrm_connections WHERE user_account_id = $1 AND refresh_token IS NOT NULL";

    private const string MoveConnection = "UPDATE amocrm_connections SET domain = $2 WHERE user_account_id = $1";

    private const string MoveAccount = "UPDATE user_accounts SET amocrm_domain = $2 WHERE id = $1";

    /// <summary>Answers whether the account is to be called at another host than before.</summary>
    public async Task<bool> FollowAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(account, cancellationToken);
        if (known is null || await FindDomainAsync(known.Access, known.Refresh, cancellationToken) is not { } host)
            return false;
        if (host.Host == known.Domain)
            return false;
        await MoveAsync(account, host.Host, cancellationToken);
        log.LogInformation("Account {Account} has moved from {Former} to {Host}", account.Value, known.Domain, host.Host);
        return true;
    }

    private async Task MoveAsync(UserAccountId account, string host, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await connection.DoAsync(MoveConnection, Parameters(), cancellationToken) > 0) // it may just have been disconnected
            await connection.DoAsync(MoveAccount, Parameters(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        NpgsqlParameter[] Parameters() => [BatchCommands.Scalar(account.Value), BatchCommands.Scalar(host)];
    }

    private async Task<Known?> KnownAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Read, BatchCommands.Scalar(account.Value));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.GetString(0), cipher.Decrypt(row.GetString(1)), cipher.Decrypt(row.GetString(2)))
            : null;
    }

    private async Task<AmoDomain?> FindDomainAsync(string access, string refresh, CancellationToken cancellationToken)
    {
        try
        {
            return await oauth.CurrentDomainAsync(access, refresh, cancellationToken);
        }
        catch (AmoCallException)
        {
            return null; // then the first failure stands
        }
    }

    private sealed record Known(string Domain, string Access, string Refresh);
}
