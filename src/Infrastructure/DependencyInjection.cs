using AmoCrmQualification.Application;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Infrastructure.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm;
using AmoCrmQualification.Infrastructure.Analytics;
using AmoCrmQualification.Infrastructure.Attribution;
using AmoCrmQualification.Infrastructure.Campaigns;
using AmoCrmQualification.Infrastructure.Digests;
using AmoCrmQualification.Infrastructure.Distribution;
using AmoCrmQualification.Infrastructure.Inbox;
using AmoCrmQualification.Infrastructure.Leads;
using AmoCrmQualification.Infrastructure.Ledger;
using AmoCrmQualification.Infrastructure.Matching;
using AmoCrmQualification.Infrastructure.Outbox;
using AmoCrmQualification.Infrastructure.People;
using AmoCrmQualification.Infrastructure.Phones;
using AmoCrmQualification.Infrastructure.Pipelines;
using AmoCrmQualification.Infrastructure.Reconciliation;
using AmoCrmQualification.Infrastructure.Reporting;
using AmoCrmQualification.Infrastructure.Rollups;
using AmoCrmQualification.Infrastructure.Runs;
using AmoCrmQualification.Infrastructure.Sharing;
using AmoCrmQualification.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure;

/// <summary>Settings of Infrastructure, validated before.</summary>
public sealed record InfrastructureSettings(
    string ConnectionString,
    string? MasterKey,
    AmoCrmOptions AmoCrm,
    WebhookOptions Webhooks,
    PublicAddress PublicAddress
)
{
    /// <summary>Of a read replica, from which figures are counted; null where there is none.</summary>
    public string? ReadOnlyConnectionString { get; init; }

    /// <summary>To make roles by, where the service itself may not; null where it shall.</summary>
    public string? AdministratorConnectionString { get; init; }

    public SignInThrottleOptions SignInThrottle { get; init; } = new(FailuresPerUser: 10, FailuresPerAddress: 50);
    public MessageOptions Messages { get; init; } = new();
}

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, InfrastructureSettings settings) =>
        services
            .AddRequestHandlers(typeof(DependencyInjection).Assembly)
            .AddPersistence(settings.ConnectionString, settings.MasterKey)
            .AddDistribution()
            .AddAmoCrm(settings.AmoCrm)
            .AddWebhooks(settings.Webhooks, settings.PublicAddress)
            .AddPeople(settings.SignInThrottle)
            .AddAnalytics(settings.ReadOnlyConnectionString ?? settings.ConnectionString)
            .AddPhones()
            .AddAccounts()
            .AddCampaigns()
            .AddLedger()
            .AddAttribution()
            .AddInbox()
            .AddOutbox()
            .AddLeads()
            .AddMatching()
            .AddPipelines()
            .AddReconciliation()
            .AddReporting(settings.AdministratorConnectionString ?? settings.ConnectionString)
            .AddRollups()
            .AddRuns()
            .AddSharing()
            .AddDigests(settings.Messages);
}
