using AmoCrmQualification.Application.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Inbox;

internal static class InboxServices
{
    public static IServiceCollection AddInbox(this IServiceCollection services) =>
        services
            .AddSingleton<InboxWriter>()
            .AddHostedService(provider => provider.GetRequiredService<InboxWriter>())
            .AddScoped<IInbox, PostgresInbox>();
}
