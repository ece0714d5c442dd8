using System.Data.Common;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>
/// Before anything is served: the database is brought up to date, its keys are proved to open and the operator's key is there.
/// </summary>
internal sealed class DatabaseInitializer(
    DatabaseMigrator database,
    KeyRing keys,
    AdminKey adminKey,
    ILogger<DatabaseInitializer> log
) : IHostedService
{
    private const int Tries = 30;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await database.MigrateAsync(cancellationToken);
                if (await keys.FaultAsync(cancellationToken) is { } fault)
                    throw new ConfigurationException($"Bad configuration: {fault}");
                await adminKey.PrepareAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (left > 1 && DatabaseFailures.Classify(e) is { Kind: RefusalKind.Unavailable })
            {
                log.LogWarning("The database does not answer yet: {Reason}", e.Message);
                await Task.Delay(BetweenTries, cancellationToken);
            }
            catch (DbException e)
            {
                throw new ConfigurationException($"The database cannot be used: {e.Message}");
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
