using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Infrastructure.Persistence;
using MediatR;

namespace AmoCrmQualification.Api.Workers;

/// <summary>
/// Does the runs that are due, several accounts at once, here and on other replicas. A run whose replica died is taken
/// up where it was.
/// </summary>
internal sealed class RunWorker(IServiceScopeFactory scopes, DatabaseSignals signals, ILogger<RunWorker> log) : Loop(scopes, log)
{
    /// <summary>
    /// A run mostly waits for its account's next moment at amoCRM, so many fit side by side, and a few long backfills do not
    /// hold up everybody. What each takes is a session of the database for its turn, of a pool of a hundred.
    /// </summary>
    private const int Accounts = 16;

    /// <summary>For what comes due by itself. Each looks seldom, at its own time: together they do about twice a second.</summary>
    private static TimeSpan Poll => TimeSpan.FromSeconds(1 + (15 * Random.Shared.NextDouble()));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Accounts).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    protected override async Task<Task> TurnAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(DatabaseSignals.Runs);
        var turn = await AsServiceAsync(services => services.GetRequiredService<IRuns>().TakeAsync(stoppingToken));
        if (turn is null)
            return Task.WhenAny(next, Task.Delay(Poll, stoppingToken));

        await using (turn)
            await DoAsync(turn, stoppingToken);
        return Task.CompletedTask;
    }

    private async Task DoAsync(RunTurn turn, CancellationToken stoppingToken)
    {
        try
        {
            while (!await SendAsync(new StepRunCommand(turn), stoppingToken)) { }
        }
        catch (TurnLostException)
        {
            log.LogWarning("Run {Run} of account {Account} is done by another replica", turn.Id.Value, turn.Account.Value);
        }
        catch (Exception e)
        {
            var isTheRuns = !stoppingToken.IsCancellationRequested && !DatabaseFailures.IsAway(e);
            if (isTheRuns)
                log.LogWarning(e, "Run {Run} of account {Account} did not get on", turn.Id.Value, turn.Account.Value);
            // Also when we are stopped: another replica goes on at once.
            await SendAsync(new SettleRunCommand(turn, isTheRuns ? e : null), CancellationToken.None);
        }
    }

    private Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken) =>
        AsServiceAsync(services => services.GetRequiredService<IMediator>().Send(request, cancellationToken));
}
