using AmoCrmQualification.Sandbox.OAuth;

namespace AmoCrmQualification.Sandbox.Control;

internal static class TokenControl
{
    internal sealed record TokenRequest(bool Jwt = false, int? ExpiresIn = null);

    internal sealed record TokenBody(string Token);

    internal sealed record DisableRequest(string ClientId);

    public static void MapTokens(this IEndpointRouteBuilder control, SandboxServer server, CrmWorld world, OAuthServer oauth)
    {
        control.MapPost(
            "/integrations",
            (Integration integration) =>
            {
                oauth.Register(integration);
                return integration;
            }
        );
        control.MapPost(
            "/accounts/{account:long}/tokens",
            (long account, TokenRequest wish) =>
                new
                {
                    token = server.IssueToken(
                        world.Account(account).Id,
                        wish.Jwt,
                        wish.ExpiresIn is { } s ? TimeSpan.FromSeconds(s) : null
                    ),
                }
        );
        control.MapDelete("/accounts/{account:long}/tokens", (long account) => server.RevokeAllTokens(account));
        control.MapPost("/accounts/{account:long}/tokens/expire", (long account) => server.ExpireAccessTokens(account));
        control.MapPost("/tokens/revoke", (TokenBody body) => server.RevokeToken(body.Token));
        control.MapPost(
            "/accounts/{account:long}/uninstall",
            async (long account, DisableRequest body) => new { status = await server.UninstallAsync(account, body.ClientId) }
        );
    }
}
