using AmoCrmQualification.Application.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Outbox;

internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services.AddScoped<IOutbox, PostgresOutbox>();
}
