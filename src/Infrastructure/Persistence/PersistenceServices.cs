using AmoCrmQualification.Application.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Persistence;

internal static class PersistenceServices
{
    public static IServiceCollection AddPersistence(
        this IServiceCollection services,
        string connectionString,
        string? masterKey
    ) =>
        services
            .AddSingleton<TimeProvider, MicrosecondClock>()
            .AddSingleton(provider => Open(connectionString, provider.GetServices<DataSourceWatch>()))
            .AddDbContext<AppDbContext>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()))
            .AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>())
            .AddScoped<ILocks, PostgresLocks>()
            .AddSingleton<SessionLocks>()
            .AddSingleton<DatabaseMigrator>()
            .AddSingleton<DeliveryPartitions>()
            .AddSingleton<DatabaseSignals>()
            .AddHostedService(provider => provider.GetRequiredService<DatabaseSignals>())
            .AddSingleton<Readiness>()
            .AddKeys(masterKey);

    /// <summary>Statements of the hot path are few and repeat: prepared by themselves, they are planned once.</summary>
    private static NpgsqlDataSource Open(string connectionString, IEnumerable<DataSourceWatch> watches)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 60;
        settings.ApplicationName ??= "amocrm-qualification";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).WatchedBy(watches).Build();
    }
}
