using System.Text.Json.Serialization.Metadata;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Calls amoCRM for an account. The token is read at each call: another replica may have changed it. A refused token
/// stops the account until a person gives a new one.
/// </summary>
internal sealed class AmoClient(AmoHttp http, NpgsqlDataSource database, ISecretCipher cipher)
{
    private const string ReadConnection = "SELECT domain, access_token, state FROM amocrm_connections WHERE user_account_id = $1";

    // Only if it is still the token that was refused.
    private const string Stop =
        "UPDATE amocrm_connections SET state = 'reauthorization_required' WHERE user_account_id = $1 AND access_token = $2";

    private static DomainException NotConnected =>
        new(new(RefusalKind.Conflict, "amocrm_not_connected", "This account is not connected to amoCRM."));

    public async Task<T?> GetAsync<T>(
        UserAccountId account,
        string path,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (domain, encrypted) = await ConnectionAsync(account, cancellationToken);
        try
        {
            return await GetAsync(new AmoAccess(domain, cipher.Decrypt(encrypted)), path, type, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await StopAsync(account, encrypted, cancellationToken);
            throw;
        }
    }

    public async Task<T?> GetAsync<T>(AmoAccess access, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await http.GetAsync(access, path, type, cancellationToken);
        }
        catch (Exception e) when (e is BrokenCircuitException or TimeoutRejectedException)
        {
            throw new AmoCallException(AmoFailure.RetryLater, status: null, inner: e);
        }
    }

    private async Task<(AmoDomain Domain, string EncryptedToken)> ConnectionAsync(
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.Command(ReadConnection, BatchCommands.Scalar(account.Value));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            throw NotConnected;
        if (
            Words<Domain.AmoConnection.ConnectionState>.Parse(row.GetString(2))
            == Domain.AmoConnection.ConnectionState.ReauthorizationRequired
        )
            throw new AmoCallException(AmoFailure.NeedsReauthorization, status: null);
        return (AmoDomain.Parse(row.GetString(0))!.Value, row.GetString(1));
    }

    private async Task StopAsync(UserAccountId account, string encryptedToken, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            Stop,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(encryptedToken)
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
