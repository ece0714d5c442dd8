using AmoCrmQualification.Application.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Leads;

internal static class LeadServices
{
    public static IServiceCollection AddLeads(this IServiceCollection services) =>
        services.AddScoped<IPayloadEraser, PostgresPayloadEraser>();
}
