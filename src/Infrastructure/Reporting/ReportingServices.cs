using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Reporting;

internal static class ReportingServices
{
    public static IServiceCollection AddReporting(this IServiceCollection services, string administratorConnectionString) =>
        services.AddSingleton(new RoleAdministration(administratorConnectionString));
}
