using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Application.Pipelines;
using AmoCrmQualification.Application.Pushing;
using AmoCrmQualification.Application.Reconciliation;
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
        services.AddScoped<AccountViewer>();
        services.AddSingleton<InvitationLinks>();
        services.AddScoped<AmoConnector>();
        services.AddScoped<CatchUp>();
        services.AddScoped<WebhookKeeper>();
        services.AddScoped<AmoWebhookViews>();
        services.AddScoped<WebhookHealth>();
        services.AddScoped<Attribution>();
        services.AddScoped<PushTargets>();
        services.AddScoped<AccountArchive>();
        services.AddScoped<ClosedDealLookup>();
        services.AddScoped<SalesRefresh>();
        services.AddScoped<LockedLeads>();
        services.AddScoped<ErasedDeals>();
        services.AddScoped<LeadBacklog>();
        services.AddScoped<LeadFollowUp>();
        services.AddScoped<PushOutcomes>();
        services.AddScoped<PushedContacts>();
        services.AddScoped<PushedDeals>();
        services.AddScoped<PushLedger>();
        services.AddScoped<DealOwners>();
        services.AddScoped<PhoneLinks>();
        services.AddScoped<MatchRequests>();

        services.AddScoped<IAlertSource, ConnectionAlerts>();
        services.AddScoped<IAlertSource, DeliveryAlerts>();
        services.AddScoped<IAlertSource, StageAlerts>();
        services.AddScoped<IAlertSource, WorkAlerts>();
        services.AddScoped<IAlertSource, TimeZoneAlerts>();
        services.AddScoped<PipelineSync>();
        services.AddScoped<Reconciler>();
        services.AddScoped<EventReader>();
        services.AddScoped<StateComparison>();
        services.AddScoped<OwnEvents>();
        services.AddScoped<DataAge>();

        services.AddAutoMapper(options =>
        {
            options.LicenseKey = autoMapperLicenseKey;
            options.AddMaps(assembly);
        });
        return services;
    }
}
