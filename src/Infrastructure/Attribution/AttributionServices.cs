using AmoCrmQualification.Application.Attribution;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Attribution;

internal static class AttributionServices
{
    public static IServiceCollection AddAttribution(this IServiceCollection services) =>
        services
            .AddScoped<ILeadAttribution, PostgresLeadAttribution>()
            .AddSingleton<IUnmatchedMarks, PostgresUnmatchedMarks>()
            .AddSingleton<IMarkCoverage, PostgresMarkCoverage>()
            .AddSingleton<IMarkExamples, PostgresMarkExamples>();
}
