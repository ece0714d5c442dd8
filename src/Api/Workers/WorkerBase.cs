using AmoCrmQualification.Api.Http.Auth;

namespace AmoCrmQualification.Api.Workers;

/// <summary>The one loop of all workers: it goes on after any failure, and sleeps when there is nothing to do.</summary>
internal abstract class WorkerBase(IServiceScopeFactory scopes, ILogger log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected ILogger Log { get; } = log;

    /// <summary>Works until there is nothing left, then returns what to wait for.</summary>
    protected abstract Task<Task> WorkAsync(CancellationToken stoppingToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => RunAsync(stoppingToken);

    protected async Task RunAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (await WorkAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.LogError(e, "A worker failed and continues");
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Does one thing as the service itself, in a scope of its own.</summary>
    protected async Task<T> AsServiceAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>().ActAsService();
        return await work(scope.ServiceProvider);
    }
}
