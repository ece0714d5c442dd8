using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Infrastructure.AmoCrm.Handlers;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal static class AmoCrmServices
{
    public static IServiceCollection AddAmoCrm(this IServiceCollection services, AmoCrmOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AmoRateLimiter>();
        services.AddSingleton<AmoResilience>();
        services.AddTransient<TokenHandler>();
        services.AddTransient<AddressHandler>();
        services.AddTransient<ResilienceHandler>();
        services.AddTransient<RateLimitHandler>();
        services.AddTransient<FailureHandler>();
        services.AddTransient<CallMetricsHandler>();
        services.AddApi<IAmoCrmApi>(options).AddHttpMessageHandler<TokenHandler>().AddSending();
        services.AddApi<IAmoOAuthApi>(options).AddSending(); // the token handler itself calls it

        services.AddScoped<AmoOAuth>();
        services.AddScoped<IAmoOAuth>(provider => provider.GetRequiredService<AmoOAuth>());
        services.AddSingleton<IAmoAuthorizations, AmoAuthorizations>();
        services.AddSingleton<AmoTokenStore>();
        services.AddScoped<AmoTokens>();
        services.AddScoped<AmoDomainChanges>();
        services.AddScoped<AmoRows>();
        services.AddScoped<RowFailures>();
        services.AddScoped<AmoBatches>();
        services.AddScoped<IAmoWebhooks, AmoWebhooksApi>();
        services.AddScoped<IAmoAccounts, AmoAccounts>();
        services.AddScoped<ITokenRecheck, TokenRecheck>();
        services.AddScoped<IAmoPipelines, AmoPipelinesApi>();
        services.AddScoped<IAmoDealFields, AmoDealFields>();
        services.AddScoped<IAmoDeals, AmoDeals>();
        services.AddScoped<IAmoLeads, AmoLeads>();
        services.AddScoped<IAmoEvents, AmoEvents>();
        services.AddScoped<IAmoDealList, AmoDealList>();
        return services;
    }

    private static IHttpClientBuilder AddApi<TApi>(this IServiceCollection services, AmoCrmOptions options)
        where TApi : class =>
        services
            .AddRefitGeneratedClient<TApi>(Settings(), typeof(TApi).Name)
            .ConfigureHttpClient(http =>
            {
                http.BaseAddress = options.ApiBaseUrl ?? AddressHandler.Nowhere;
                http.Timeout = Timeout.InfiniteTimeSpan; // the handlers have the budget
                http.DefaultRequestHeaders.UserAgent.ParseAdd("AmoCrmQualification/1.0");
            })
            .RedactLoggedHeaders(_ => true) // tokens
            // A redirect could lead a token anywhere.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            );

    /// <summary>The outermost first. Every try takes its own slot, so the rate limit stands inside the retries.</summary>
    private static void AddSending(this IHttpClientBuilder client) =>
        client
            .AddHttpMessageHandler<AddressHandler>()
            .AddHttpMessageHandler<ResilienceHandler>()
            .AddHttpMessageHandler<RateLimitHandler>()
            .AddHttpMessageHandler<FailureHandler>()
            .AddHttpMessageHandler<CallMetricsHandler>();

    /// <summary>The handlers have sorted failures already: Refit passes them on as they are.</summary>
    private static RefitSettings Settings() =>
        new(new AmoContentSerializer())
        {
            Buffered = true, // a body is sent again where its request is
            ExceptionFactory = _ => ValueTask.FromResult<Exception?>(null),
            TransportExceptionFactory = (_, failure, _) => failure,
        };
}
