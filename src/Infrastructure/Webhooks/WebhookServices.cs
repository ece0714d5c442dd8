using AmoCrmQualification.Application.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Webhooks;

internal static class WebhookServices
{
    public static IServiceCollection AddWebhooks(
        this IServiceCollection services,
        WebhookOptions options,
        PublicAddress address
    ) => services.AddSingleton(options).AddSingleton(address).AddSingleton<IWebhookSecrets, WebhookSecrets>();
}
