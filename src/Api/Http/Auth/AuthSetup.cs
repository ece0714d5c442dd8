using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The ways to say who one is: a key, a token of another system, or the cookie of a signed-in person.</summary>
internal static class AuthSetup
{
    private const string ByWhatIsShown = "ByWhatIsShown";
    private const string Bearer = "Bearer";

    public static void AddAuth(this IServiceCollection services, ServiceSettings settings)
    {
        services.AddScoped<CurrentCaller>();
        services.AddScoped<ICaller>(provider => provider.GetRequiredService<CurrentCaller>());
        services.AddScoped<AccountAccess>();
        services.AddSingleton<AdminKey>();
        services.AddSingleton<IOperatorKey>(provider => provider.GetRequiredService<AdminKey>());
        services
            .AddAuthentication(ByWhatIsShown)
            .AddPolicyScheme(
                ByWhatIsShown,
                displayName: null,
                options => options.ForwardDefaultSelector = http => SchemeOf(http, settings.Jwt.IsConfigured)
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, configureOptions: null)
            .AddSessionCookie(settings)
            .AddPlatformTokens(settings.Jwt);
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(
                new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new RouteRequirement()).Build()
            );
    }

    /// <summary>After routing: authenticates the caller and checks the caller's rights.</summary>
    public static void UseAuth(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(
            (http, next) =>
            {
                http.RequestServices.GetRequiredService<CurrentCaller>().Become(http.User);
                return next(http);
            }
        );
        app.UseAuthorization();
        app.Use(CsrfGate.CheckAsync);
    }

    /// <summary>A key counts more than a cookie: a program says by it who it wants to be.</summary>
    private static string SchemeOf(HttpContext http, bool tokensAreKnown)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return tokensAreKnown && IsToken(http, header[Bearer.Length..].Trim())
                ? PlatformTokens.SchemeName
                : ApiKeyAuthentication.SchemeName;
        return http.Request.Cookies.ContainsKey(SessionCookie.Name) ? SessionCookie.SchemeName : ApiKeyAuthentication.SchemeName;
    }

    /// <summary>Keys that we make have no dots; one that the operator chose may.</summary>
    private static bool IsToken(HttpContext http, string shown) =>
        shown.Contains('.', StringComparison.Ordinal) && !http.RequestServices.GetRequiredService<AdminKey>().Is(shown);
}
