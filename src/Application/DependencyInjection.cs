using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Application.Webhooks;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        var assembly = typeof(DependencyInjection).Assembly;

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan =>
            scan.FromAssemblies(assembly)
                .AddClasses(types => types.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .AsImplementedInterfaces(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
                .WithTransientLifetime()
        );
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        AssemblyScanner
            .FindValidatorsInAssembly(assembly, includeInternalTypes: true)
            .ForEach(found => services.AddScoped(found.InterfaceType, found.ValidatorType));

        services.AddSingleton<WebhookAddresses>();
        services.AddScoped<AmoConnector>();
        services.AddScoped<Attribution>();
        services.AddScoped<ClosedDealLookup>();

        services.AddAutoMapper(options =>
        {
            options.LicenseKey = autoMapperLicenseKey;
            options.AddMaps(assembly);
        });
        return services;
    }
}
