using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Infrastructure.Persistence;
using MediatR;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Looks up closed deals at amoCRM, an account at a time. When amoCRM fails it rests and comes back; nothing else waits.</summary>
internal sealed class ClosingWorker(IServiceScopeFactory scopes, DatabaseSignals signals, ILogger<ClosingWorker> log)
    : Loop(scopes, log)
{
    private const int Accounts = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Short, as looking costs amoCRM nothing: a stopped account is seen here, before any call.</summary>
    private static readonly TimeSpan UntilAuthorized = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Accounts).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    protected override async Task<Task> TurnAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(DatabaseSignals.Outbox);
        var lease = await AsServiceAsync(services => services.GetRequiredService<IClosings>().LeaseAsync(stoppingToken));
        if (lease is null)
            return Task.WhenAny(next, Task.Delay(Poll, stoppingToken));

        TimeSpan? rest = null;
        try
        {
            rest = await CloseAsync(lease, stoppingToken);
        }
        finally
        {
            // Also when we are stopped: otherwise the account waits until the lease runs out.
            await AsServiceAsync(async services =>
            {
                await services.GetRequiredService<IClosings>().ReleaseAsync(lease, rest, CancellationToken.None);
                return true;
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>Answers how long to leave amoCRM alone; null when all went well.</summary>
    private async Task<TimeSpan?> CloseAsync(ClosingLease lease, CancellationToken stoppingToken)
    {
        try
        {
            await AsServiceAsync(services =>
                services.GetRequiredService<IMediator>().Send(new CloseDealsCommand(lease), stoppingToken)
            );
            return null;
        }
        catch (AmoCallException e)
        {
            var rest = e.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, Math.Min(lease.Failures, 6)));
            rest = e.Failure == AmoFailure.NeedsReauthorization ? UntilAuthorized : rest > LongestRest ? LongestRest : rest;
            log.LogWarning(
                "amoCRM failed for account {Account} ({Failure}, status {Status}); next try in {Rest}",
                lease.Account.Value,
                e.Failure,
                e.Status,
                rest
            );
            return rest;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(e, "Closing deals of account {Account} failed", lease.Account.Value);
            return TimeSpan.FromSeconds(5);
        }
    }
}
