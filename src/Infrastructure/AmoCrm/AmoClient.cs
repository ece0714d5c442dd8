using System.Text.Json.Serialization.Metadata;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Calls amoCRM for an account. A refused token is refreshed once and the call repeated once; what is refused then stops the
/// account until a person helps or amoCRM accepts it again. A renamed account is followed.
/// </summary>
internal sealed class AmoClient(AmoHttp http, AmoTokens tokens, AmoMoves moves)
{
    public Task<T?> GetAsync<T>(UserAccountId account, string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(account, AmoCall.Get(path), type, cancellationToken);

    /// <summary>The answer, or null where amoCRM has nothing to say (204).</summary>
    /// <exception cref="AmoCallException">It failed, after the retries.</exception>
    public async Task<T?> SendAsync<T>(
        UserAccountId account,
        AmoCall call,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await TryAsync(account, call, type, cancellationToken);
        }
        catch (AmoCallException e) when (e.HostMayHaveMoved)
        {
            if (!await moves.FollowAsync(account, cancellationToken))
                throw;
            return await TryAsync(account, call, type, cancellationToken);
        }
    }

    /// <summary>Calls with a right that is not kept yet.</summary>
    public Task<T?> SendAsync<T>(AmoAccess access, AmoCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => http.SendAsync(access, call, type, cancellationToken);

    private async Task<T?> TryAsync<T>(
        UserAccountId account,
        AmoCall call,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var right = await tokens.OfAsync(account, cancellationToken);
        try
        {
            return await http.SendAsync(right.Access, call, type, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            right = await tokens.InsteadOfAsync(account, right, cancellationToken);
        }

        try
        {
            return await http.SendAsync(right.Access, call, type, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await tokens.StopAsync(account, right, cancellationToken);
            throw;
        }
    }
}
