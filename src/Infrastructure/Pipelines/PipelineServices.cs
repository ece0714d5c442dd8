using AmoCrmQualification.Application.Pipelines;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Pipelines;

internal static class PipelineServices
{
    public static IServiceCollection AddPipelines(this IServiceCollection services) =>
        services.AddScoped<IQualification, PostgresQualification>();
}
