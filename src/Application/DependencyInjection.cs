using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Runs;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        var assembly = typeof(DependencyInjection).Assembly;

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        AssemblyScanner
            .FindValidatorsInAssembly(assembly, includeInternalTypes: true)
            .ForEach(found => services.AddScoped(found.InterfaceType, found.ValidatorType));

        services.AddRequestHandlers(assembly);
        services.Scan(scan =>
            scan.FromAssemblies(assembly)
                .AddClasses(types => types.AssignableToAny(typeof(IAlertSource), typeof(IRunStep)), publicOnly: false)
                .AsImplementedInterfaces()
                .WithScopedLifetime()
                .AddClasses(types => types.Where(HandlerParts.Contains), publicOnly: false)
                .AsSelf()
                .WithScopedLifetime()
        );

        services.AddAutoMapper(options =>
        {
            options.LicenseKey = autoMapperLicenseKey;
            options.AddMaps(assembly);
        });
        return services;
    }
}
