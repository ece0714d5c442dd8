using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Application.Webhooks;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Scrutor;

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

        services.AddSingleton<WebhookAddresses>();
        services.AddSingleton<InvitationLinks>();
        services.Scan(scan =>
            scan.FromAssemblies(assembly)
                .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                .WithTransientLifetime()
                .AddClasses(types => types.AssignableToAny(typeof(IAlertSource), typeof(IRunStep)), publicOnly: false)
                .AsImplementedInterfaces()
                .WithScopedLifetime()
                .AddClasses(types => types.Where(HandlerParts.Contains), publicOnly: false)
                .UsingRegistrationStrategy(RegistrationStrategy.Skip)
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
