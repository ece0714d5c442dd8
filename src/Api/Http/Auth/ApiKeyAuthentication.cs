using System.Security.Claims;
using System.Text.Encodings.Web;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary><c>Authorization: Bearer …</c> with the operator's key or a key of one account.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    ApiKeyDirectory keys,
    AdminKey adminKey,
    IShareLinks shareLinks,
    IShareSessions shareSessions
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";
    private const int MaxKey = 512;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var key = header[Bearer.Length..].Trim();
        if (key.Length is 0 or > MaxKey)
            return AuthenticateResult.Fail("No key of ours has this length.");

        var hash = SecretKey.Hash(key);
        if (adminKey.HasHash(hash))
            return Success(CallerClaims.OfOperator());

        return await keys.OwnerOfAsync(hash, Context.RequestAborted) is { } owner
            ? Success(CallerClaims.OfKey(owner))
            : await ShareAsync(key, hash);
    }

    /// <summary>A token of a share link, or the key that its password gave.</summary>
    private async Task<AuthenticateResult> ShareAsync(string key, byte[] hash)
    {
        var opened = shareSessions.Read(key);
        var link = opened is { } id
            ? await shareLinks.FindAsync(id, Context.RequestAborted)
            : await shareLinks.FindAsync(hash, Context.RequestAborted);
        if (link is null)
            return AuthenticateResult.Fail("Unknown key.");
        if (opened is null && link.PasswordHash is not null)
        {
            Context.Features.Set(new ShareLocked());
            return AuthenticateResult.Fail("The link has a password.");
        }

        Context.Features.Set(new ShareGrant(link));
        return Success(CallerClaims.OfShare(link.UserAccountId));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusals.NobodyAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.ForbiddenAsync(Context);

    private static AuthenticateResult Success(IEnumerable<Claim> claims) =>
        AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
}
