using AmoCrmQualification.Application.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Ledger;

internal static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services.AddScoped<ILedger, PostgresLedger>();
}
