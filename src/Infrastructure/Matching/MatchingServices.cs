using AmoCrmQualification.Application.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Matching;

internal static class MatchingServices
{
    public static IServiceCollection AddMatching(this IServiceCollection services) =>
        services.AddScoped<IUnmatchedDeals, PostgresUnmatchedDeals>();
}
