using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Distribution;

internal static class DistributionServices
{
    public static IServiceCollection AddDistribution(this IServiceCollection services) =>
        services
            .AddSingleton<Distributor>()
            .ConfigureDbContext<AppDbContext>(options =>
                options.ReplaceService<IMigrationsSqlGenerator, DistributedMigrations>()
            );
}
