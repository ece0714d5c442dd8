using AmoCrmQualification.Application.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

internal static class ReconciliationServices
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services) =>
        services.AddScoped<ILinkedDeals, PostgresLinkedDeals>().AddSingleton<ICompletenessTotals, CompletenessTotals>();
}
