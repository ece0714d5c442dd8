using AmoCrmQualification.Application.AmoCrm;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// The tokens of accounts. They are read at each call: another replica may have refreshed them. One refreshes at a time;
/// a waiting replica finds the new tokens and uses those, as a second refresh would kill them.
/// </summary>
internal sealed class AmoTokens(AmoTokenStore store, SessionLocks locks, AmoOAuth oauth, ILogger<AmoTokens> log)
{
    /// <summary>The token to call with, refreshed if it ends soon.</summary>
    public async Task<AmoCredentials> GetAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var credentials = await store.GetAsync(account, cancellationToken);
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
    public async Task<AmoCredentials> ReplaceAsync(
        UserAccountId account,
        AmoCredentials refused,
        CancellationToken cancellationToken
    )
    {
        if (refused.CanBeRefreshed)
            return await RefreshAsync(account, refused, cancellationToken);
        await store.StopAsync(account, refused, cancellationToken);
        throw new AmoCallException(AmoFailure.NeedsReauthorization, status: 401);
    }

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
        var current = await store.GetAsync(account, cancellationToken, evenRefused);
        if (current.EncryptedAccess != old.EncryptedAccess || !current.CanBeRefreshed)
            return current;

        var refreshToken = store.RefreshTokenIn(current);
        TokenResponse tokens;
        try
        {
            // From here to the end nobody may give up: amoCRM's answer is the only copy of the new tokens.
            tokens = await oauth.RefreshAsync(current.Access.Domain, refreshToken, CancellationToken.None);
        }
        catch (AmoCallException e) when (e.Failure == AmoFailure.NeedsReauthorization)
        {
            await store.StopAsync(account, current, CancellationToken.None);
            Count("refused");
            log.LogWarning("amoCRM wants account {Account} to be authorized anew: {Hint}", account.Value, e.Hint);
            throw;
        }

        var credentials = await store.ReplaceAsync(account, current, tokens);
        Count("refreshed");
        log.LogInformation("Refreshed the token of account {Account}", account.Value);
        return credentials;
    }

    private static void Count(string result) =>
        Telemetry.TokenRefreshes.Add(1, new KeyValuePair<string, object?>("result", result));
}
