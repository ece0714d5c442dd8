using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Handlers;

/// <summary>
/// Gives a request the account's token. A refused token is refreshed once and the request sent once more; what is refused
/// then stops the account until a person helps or amoCRM accepts it again. A renamed account is followed.
/// </summary>
internal sealed class TokenHandler(AmoTokens tokens, AmoTokenStore store, AmoDomainChanges domains) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (AmoCall.From(request).Account is not { } account)
            return await base.SendAsync(request, cancellationToken); // it brings its own token
        try
        {
            return await SendForAsync(account, request, cancellationToken);
        }
        catch (AmoCallException e) when (e.HostMayHaveMoved)
        {
            if (!await domains.FollowAsync(account, cancellationToken))
                throw;
            return await SendForAsync(account, request, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendForAsync(
        UserAccountId account,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var credentials = await tokens.GetAsync(account, cancellationToken);
        try
        {
            return await SendWithAsync(credentials, request, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            credentials = await tokens.ReplaceAsync(account, credentials, cancellationToken);
        }

        try
        {
            return await SendWithAsync(credentials, request, cancellationToken);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await store.StopAsync(account, credentials, cancellationToken);
            throw;
        }
    }

    private Task<HttpResponseMessage> SendWithAsync(
        AmoCredentials credentials,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        AmoCall.SetAccess(request, credentials.Access);
        return base.SendAsync(request, cancellationToken);
    }
}
