using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Rollups;

internal static class RollupServices
{
    public static IServiceCollection AddRollups(this IServiceCollection services) =>
        services.AddSingleton<CohortDays>().AddSingleton<StoredRollups>();
}
