using AmoCrmQualification.Application.Analytics;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal static class AnalyticsServices
{
    public static IServiceCollection AddAnalytics(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton(provider => new AnalyticsDatabase(connectionString, provider.GetServices<DataSourceWatch>()))
            .AddSingleton<IDataAges, PostgresDataAges>()
            .AddSingleton<ICohortCounts, PostgresCohortCounts>()
            .AddSingleton<ISpendOutcomes, PostgresSpendOutcomes>()
            .AddSingleton<ICohortCoverage, PostgresCohortCoverage>()
            .AddSingleton<IJudgedLeads, PostgresJudgedLeads>()
            .AddSingleton<IAccountCounts, PostgresAccountCounts>()
            .AddSingleton<IMoneyCounts, PostgresMoneyCounts>()
            .AddScoped<ICohortLeads, PostgresCohortLeads>();
}
