using AmoCrmQualification.Application.Analytics;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal static class AnalyticsServices
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton(provider => new AnalyticsDatabase(connectionString, provider.GetServices<DataSourceWatch>()))
            .AddSingleton<IDataAges, PostgresDataAges>()
            .AddSingleton<ICohortDays, PostgresCohortDays>()
            .AddSingleton<ILossCounts, PostgresLossCounts>()
            .AddSingleton<IDealsOutside, PostgresDealsOutside>()
            .AddSingleton<IJudgedLeads, PostgresJudgedLeads>()
            .AddSingleton<IMoneyCounts, PostgresMoneyCounts>()
            .AddScoped<ICohortLeads, PostgresCohortLeads>();
}
