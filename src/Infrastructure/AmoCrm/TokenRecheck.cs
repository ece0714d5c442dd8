using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Asks by the token itself and, where that is refused or has ended, by refreshing it.</summary>
internal sealed class TokenRecheck(IAmoCrmApi amo, AmoTokens tokens, AmoTokenStore store) : ITokenRecheck
{
    public async Task<bool> IsAcceptedAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var refused = await store.GetAsync(account, cancellationToken, evenRefused: true);
        return (!refused.HasEnded && await IsTakenAsync(() => CallAsync(refused, cancellationToken)))
            || (
                refused.CanBeRefreshed
                && await IsTakenAsync(() => tokens.RefreshRefusedAsync(account, refused, cancellationToken))
            );
    }

    private Task CallAsync(AmoCredentials credentials, CancellationToken cancellationToken) =>
        amo.GetAccountAsync(AmoCall.With(credentials.Access), with: null, cancellationToken);

    private static async Task<bool> IsTakenAsync(Func<Task> show)
    {
        try
        {
            await show();
            return true;
        }
        catch (AmoCallException e) when (!e.MayBeRetried)
        {
            return false;
        }
    }
}
