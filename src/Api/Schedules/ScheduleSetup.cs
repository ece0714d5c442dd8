using AmoCrmQualification.Api.Configuration;
using Npgsql;
using Quartz;

namespace AmoCrmQualification.Api.Schedules;

/// <summary>Quartz on the service's own database: of all replicas one fires, and another does when that one is gone.</summary>
internal static class ScheduleSetup
{
    private const string Cluster = "amocrm-qualification";

    public static void AddSchedule(this IServiceCollection services, ServiceSettings settings, string connectionString)
    {
        var schedule = Schedule.From(settings);
        services.AddSingleton(schedule);
        services.AddQuartz(
            Cluster,
            quartz =>
            {
                quartz.UseDefaultThreadPool(2); // firings only ask for work, they do not do it
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, OwnPool(connectionString));
                    store.UseSystemTextJsonSerializer();
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
                    });
                    store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                    store.ProvisionSchema();
                });
                foreach (var work in schedule)
                    quartz.ScheduleJob<ScheduledJob>(
                        trigger => trigger.WithIdentity(work.Name).WithCronSchedule(work.Cron.ToString(), Utc),
                        job => job.WithIdentity(work.Name).RequestRecovery()
                    );
            }
        );
        // Not waited for: without its database a firing never ends, nor would the service. Another replica, or the next
        // start, repeats what was under way.
        services.Configure<QuartzHostedServiceOptions>(options => options.WaitForJobsToComplete = false);
        services.AddSingleton<QuartzHostedService>();
        services.AddHostedService<ScheduleHost>();
    }

    private static void Utc(CronScheduleBuilder cron) => cron.InTimeZone(TimeZoneInfo.Utc);

    /// <summary>A few connections beside those of requests and workers.</summary>
    private static string OwnPool(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "amocrm-qualification schedule",
            MaxPoolSize = 5,
        }.ConnectionString;
}
