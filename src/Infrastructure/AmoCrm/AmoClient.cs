using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// Calls amoCRM for an account. A refused token is refreshed once and the call repeated once; what is refused then stops the
/// account until a person helps or amoCRM accepts it again. A renamed account is followed.
/// </summary>
internal sealed class AmoClient(AmoHttp http, AmoTokens tokens, AmoDomainChanges moves)
{
    public Task<T?> GetAsync<T>(UserAccountId account, string path, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(account, AmoCall.Get(path), cancellationToken);

    /// <summary>Reads rows, and tells whether it is one of them or amoCRM itself that fails: then it answers nothing else either.</summary>
    public async Task<T?> SendRowsAsync<T>(UserAccountId account, AmoCall call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await SendAsync<T>(account, call, cancellationToken);
        }
        catch (AmoCallException e) when (e.MayBeOfOneRow)
        {
            if (!await AnswersAsync(account, cancellationToken))
                throw;
            throw new AmoCallException(e.Failure, e.Status, e.RetryAfter, e) { IsOfOneRow = true, Sentence = e.Sentence };
        }
    }

    private async Task<bool> AnswersAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync<AccountWire>(
                account,
                AmoCall.Get("/api/v4/account") with
                {
                    IsRepeatable = false,
                },
                cancellationToken
            )
                is not null;
        }
        catch (AmoCallException)
        {
            return false;
        }
    }

    /// <summary>The answer, or null where amoCRM has nothing to say (204).</summary>
    /// <exception cref="AmoCallException">It failed, after the retries.</exception>
    public async Task<T?> SendAsync<T>(UserAccountId account, AmoCall call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await TryAsync<T>(account, call, cancellationToken);
        }
        catch (AmoCallException e) when (e.HostMayHaveMoved)
        {
            if (!await moves.FollowAsync(account, cancellationToken))
                throw;
            return await TryAsync<T>(account, call, cancellationToken);
        }
    }

    /// <summary>Calls with a right that is not kept yet.</summary>
    public Task<T?> SendAsync<T>(AmoAccessToken access, AmoCall call, CancellationToken cancellationToken)
        where T : class => http.SendAsync<T>(access, call, cancellationToken);

    private async Task<T?> TryAsync<T>(UserAccountId account, AmoCall call, CancellationToken cancellationToken)
        where T : class
    {
        var credentials = await tokens.OfAsync(account, cancellationToken);
        try
        {
            return await http.SendAsync<T>(credentials.Access, call, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            credentials = await tokens.InsteadOfAsync(account, credentials, cancellationToken);
        }

        try
        {
            return await http.SendAsync<T>(credentials.Access, call, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await tokens.StopAsync(account, credentials, cancellationToken);
            throw;
        }
    }
}
