using AmoCrmQualification.Application.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Runs;

internal static class RunServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services.AddScoped<IRuns, PostgresRuns>();
}
