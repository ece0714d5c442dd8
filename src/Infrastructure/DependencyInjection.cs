using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Ops;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Application.Pipelines;
using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Infrastructure.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm;
using AmoCrmQualification.Infrastructure.Analytics;
using AmoCrmQualification.Infrastructure.Campaigns;
using AmoCrmQualification.Infrastructure.Inbox;
using AmoCrmQualification.Infrastructure.Leads;
using AmoCrmQualification.Infrastructure.Ledger;
using AmoCrmQualification.Infrastructure.Matching;
using AmoCrmQualification.Infrastructure.Ops;
using AmoCrmQualification.Infrastructure.Outbox;
using AmoCrmQualification.Infrastructure.People;
using AmoCrmQualification.Infrastructure.Phones;
using AmoCrmQualification.Infrastructure.Pipelines;
using AmoCrmQualification.Infrastructure.Reconciliation;
using AmoCrmQualification.Infrastructure.Runs;
using AmoCrmQualification.Infrastructure.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmoCrmQualification.Infrastructure;

/// <summary>What the service is told from outside; checked before it gets here.</summary>
public sealed record InfrastructureSettings(
    string ConnectionString,
    string? MasterKey,
    AmoCrmOptions AmoCrm,
    WebhookOptions Webhooks,
    PublicAddress PublicAddress
)
{
    public SignInThrottleOptions SignInThrottle { get; init; } = new(FailuresPerUser: 10, FailuresPerAddress: 50);
}

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, InfrastructureSettings settings)
    {
        AddPersistence(services, settings);
        services.AddAmoCrm(settings.AmoCrm);
        AddWebhooks(services, settings);
        AddPeople(services, settings.SignInThrottle);
        services.AddSingleton<IPhoneNumbers, PhoneReader>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddScoped<ILedger, PostgresLedger>();
        services.AddScoped<IPayloadEraser, PostgresPayloadEraser>();
        services.AddScoped<ILeadLock, PostgresLeadLock>();
        services.AddScoped<IUnmatchedDeals, PostgresUnmatchedDeals>();
        services.AddScoped<IQualification, PostgresQualification>();
        services.AddSingleton<IStageImpact, PostgresStageImpact>();
        services.AddScoped<IAdSpendBook, PostgresAdSpend>();
        services.AddScoped<IOutbox, PostgresOutbox>();
        services.AddSingleton<IWebhookOutages, PostgresWebhookOutages>();
        services.AddScoped<IRuns, PostgresRuns>();
        services.AddScoped<ILinkedDeals, PostgresLinkedDeals>();
        services.AddSingleton<ICompleteness, PostgresCompleteness>();
        services.AddSingleton<IRetention, PostgresRetention>();
        services.AddSingleton<ICohortCounts, PostgresCohortCounts>();
        services.AddSingleton<IMoneyCounts, PostgresMoneyCounts>();
        services.AddSingleton<IStageCounts, PostgresStageCounts>();
        services.AddScoped<ICohortLeads, PostgresCohortLeads>();
        return services;
    }

    private static void AddPersistence(IServiceCollection services, InfrastructureSettings settings)
    {
        services.AddSingleton<TimeProvider, MicrosecondClock>();
        services.AddSingleton(_ => DatabaseOf(settings.ConnectionString));
        services.AddSingleton(_ => new AnalyticsDatabase(settings.ConnectionString));
        services.AddDbContext<AppDbContext>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
        );
        services.AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>());
        services.AddScoped<IAccountLock, AccountLock>();
        services.AddSingleton<SessionLocks>();
        services.AddSingleton<DatabaseMigrator>();
        services.AddSingleton<DatabaseSignals>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseSignals>());

        if (settings.MasterKey is { } master)
            services.AddSingleton(new MasterKey(master));
        services.AddSingleton(provider => new KeyRing(
            provider.GetRequiredService<NpgsqlDataSource>(),
            provider.GetService<MasterKey>()
        ));
        services.AddSingleton<Readiness>();
        services.AddDataProtection().SetApplicationName("AmoCrmQualification");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options =>
            {
                options.XmlRepository = ActivatorUtilities.CreateInstance<DataProtectionKeyRepository>(provider);
                if (provider.GetService<MasterKey>() is { } key)
                    options.XmlEncryptor = new MasterKeyEncryptor(key);
            }
        ));
        services.AddSingleton<ISecretCipher, SecretCipher>();
    }

    /// <summary>Statements of the hot path are few and repeat: prepared by themselves, they are planned once.</summary>
    private static NpgsqlDataSource DatabaseOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 60;
        settings.ApplicationName ??= "amocrm-qualification";
        return NpgsqlDataSource.Create(settings);
    }

    private static void AddWebhooks(IServiceCollection services, InfrastructureSettings settings)
    {
        services.AddSingleton(settings.Webhooks);
        services.AddSingleton(settings.PublicAddress);
        services.AddSingleton<IWebhookSecrets, WebhookSecrets>();
        services.AddSingleton<DeliveryPartitions>();
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<IInboxWriter>(provider => provider.GetRequiredService<InboxWriter>());
        services.AddHostedService(provider => provider.GetRequiredService<InboxWriter>());
        services.AddScoped<IInbox, PostgresInbox>();
    }

    private static void AddPeople(IServiceCollection services, SignInThrottleOptions options)
    {
        services
            .AddIdentityCore<PersonRow>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // any: it is the e-mail
            })
            .AddEntityFrameworkStores<AppDbContext>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000); // OWASP's advice for SHA-512
        services.AddSingleton<DummyPasswordHash>();
        services.AddScoped<IPeople, PostgresPeople>();
        services.AddScoped<IPasswords, IdentityPasswords>();
        services.AddScoped<IInvitations, PostgresInvitations>();
        services.AddScoped<ISessions, PostgresSessions>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton(options);
        services.AddSingleton<ISignInThrottle, SignInThrottle>();
    }
}
