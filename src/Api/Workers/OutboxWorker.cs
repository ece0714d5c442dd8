using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Pushing;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Infrastructure.Persistence;
using MediatR;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Does what is to be done at amoCRM, an account at a time. When amoCRM fails it rests and comes back; nothing else waits.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, DatabaseSignals signals, ILogger<OutboxWorker> log)
    : Loop(scopes, log)
{
    private const int Accounts = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterOurFault = TimeSpan.FromSeconds(5);

    /// <summary>Short, as looking costs amoCRM nothing: a stopped account is seen here, before any call.</summary>
    private static readonly TimeSpan UntilAuthorized = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Accounts).Select(_ => Task.Run(() => RunAsync(stoppingToken), stoppingToken)));

    protected override async Task<Task> TurnAsync(CancellationToken stoppingToken)
    {
        var next = signals.Next(DatabaseSignals.Outbox);
        var lease = await AsServiceAsync(services => services.GetRequiredService<IOutbox>().LeaseAsync(stoppingToken));
        if (lease is null)
            return Task.WhenAny(next, Task.Delay(Poll, stoppingToken));

        TimeSpan? rest = null;
        try
        {
            rest = await ServeAsync(lease, stoppingToken);
        }
        finally
        {
            // Also when we are stopped: otherwise the account waits until the lease runs out.
            await AsServiceAsync(async services =>
            {
                await services.GetRequiredService<IOutbox>().ReleaseAsync(lease, rest, CancellationToken.None);
                return true;
            });
        }

        return Task.CompletedTask;
    }

    private static IRequest<int> CommandFor(OutboxKind kind, OutboxLease lease) =>
        kind switch
        {
            OutboxKind.CloseDeal => new CloseDealsCommand(lease),
            OutboxKind.CheckWebhook => new CheckWebhookCommand(lease),
            OutboxKind.MatchDeal => new MatchDealsCommand(lease),
            OutboxKind.PushLead => new PushLeadsCommand(lease),
        };

    /// <summary>
    /// Answers how long to leave amoCRM alone; null when all went well. A fault of ours in one kind does not stop the
    /// others; and as amoCRM may fail at one kind alone, after a failure it is another's turn to be first.
    /// </summary>
    private async Task<TimeSpan?> ServeAsync(OutboxLease lease, CancellationToken stoppingToken)
    {
        TimeSpan? rest = null;
        var first = lease.Failures % Math.Max(1, lease.Kinds.Count);
        foreach (var kind in lease.Kinds.Skip(first).Concat(lease.Kinds.Take(first)))
        {
            try
            {
                await AsServiceAsync(services =>
                    services.GetRequiredService<IMediator>().Send(CommandFor(kind, lease), stoppingToken)
                );
            }
            catch (AmoCallException e)
            {
                return RestAfter(lease, e);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "{Kind} of account {Account} failed", kind, lease.Account.Value);
                rest = AfterOurFault;
            }
        }

        return rest;
    }

    private TimeSpan RestAfter(OutboxLease lease, AmoCallException e)
    {
        var rest = e.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, Math.Min(lease.Failures, 6)));
        rest =
            e.Failure == AmoFailure.NeedsReauthorization ? UntilAuthorized
            : rest > LongestRest ? LongestRest
            : rest;
        log.LogWarning(
            "amoCRM failed for account {Account} ({Failure}, status {Status}); next try in {Rest}",
            lease.Account.Value,
            e.Failure,
            e.Status,
            rest
        );
        return rest;
    }
}
