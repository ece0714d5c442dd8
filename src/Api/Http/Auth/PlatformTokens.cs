using System.Security.Claims;
using System.Text;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Domain.People;
using AmoCrmQualification.Infrastructure.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// <c>Authorization: Bearer …</c> with a JWT of a platform that has its own users. Such a user is a member of the accounts
/// that the token lists and nothing else, whatever else it claims.
/// </summary>
internal static class PlatformTokens
{
    public const string SchemeName = "Jwt";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private static readonly char[] Separators = [' ', ','];

    /// <summary>Keys of a shared secret and published keys are never mixed up: else a public key would do as a secret.</summary>
    private static readonly string[] PublishedAlgorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static AuthenticationBuilder AddPlatformTokens(this AuthenticationBuilder builder, JwtSettings settings) =>
        settings.IsConfigured ? builder.AddJwtBearer(SchemeName, options => Configure(options, settings)) : builder;

    private static void Configure(JwtBearerOptions options, JwtSettings settings)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.Authority = settings.Authority?.ToString();
        options.RequireHttpsMetadata = settings.Authority is { IsLoopback: false };
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.TokenValidationParameters = new()
        {
            ValidateIssuer = settings.Authority is not null,
            ValidateAudience = settings.Audience is not null,
            ValidAudience = settings.Audience,
            ValidAlgorithms = settings.Authority is null ? [SecurityAlgorithms.HmacSha256] : PublishedAlgorithms,
            ClockSkew = ClockSkew,
        };
        if (settings.SigningKey is { } key)
            options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key));
        options.Events = new()
        {
            OnTokenValidated = context => AdmitAsync(context, settings.AccountsClaim),
            OnAuthenticationFailed = FailAsync,
            OnChallenge = context =>
            {
                context.HandleResponse();
                return Refusals.NobodyAsync(context.HttpContext);
            },
            OnForbidden = context => Refusals.ForbiddenAsync(context.HttpContext),
        };
    }

    private static async Task AdmitAsync(TokenValidatedContext context, string accountsClaim)
    {
        var listed =
            from claim in context.Principal!.FindAll(accountsClaim) // an array comes as one claim for each element
            from text in claim.Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            select Guid.TryParse(text, out var id) ? id : Guid.Empty;
        var directory = context.HttpContext.RequestServices.GetRequiredService<SessionDirectory>();
        var accounts = await directory.ExistingAsync([.. listed.Distinct()], context.HttpContext.RequestAborted);
        context.Principal = new(
            new ClaimsIdentity(CallerClaims.OfPerson(PersonRole.Member, accounts, hideContacts: false), SchemeName)
        );
    }

    /// <summary>Without the authority's keys a good token cannot be told from a bad one: that is no fault of the caller.</summary>
    private static async Task FailAsync(AuthenticationFailedContext context)
    {
        if (context.Options.ConfigurationManager is not { } published)
            return;
        try
        {
            await published.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException)
        {
            throw new DomainException(
                Refusal.Unavailable(Reasons.IssuerUnreachable, "The keys of the token's issuer cannot be read. Try again soon.")
            );
        }
    }
}
