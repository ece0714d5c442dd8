using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Connections;
using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Application.Push;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Processes the outbox. An account whose amoCRM fails is retried after a rest and delays no other.</summary>
internal sealed class OutboxWorker(
    IServiceScopeFactory scopes,
    DatabaseSignals signals,
    TimeProvider clock,
    ILogger<OutboxWorker> log
) : AccountWorker<OutboxLease>(scopes, signals, DatabaseSignals.Outbox, clock, log)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterOurFault = TimeSpan.FromSeconds(5);

    /// <summary>Short, as looking costs amoCRM nothing: a stopped account is seen here, before any call.</summary>
    private static readonly TimeSpan UntilAuthorized = TimeSpan.FromSeconds(5);

    /// <summary>A third of the time that a lease lasts.</summary>
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(20);

    protected override Task<IReadOnlyList<OutboxLease>> ClaimAsync(FreeSlots free, CancellationToken stoppingToken) =>
        AsServiceAsync(services => services.GetRequiredService<IOutbox>().LeaseAsync(free, stoppingToken));

    protected override bool IsFailing(OutboxLease claim) => claim.Failures > 0;

    protected override async Task ServeAsync(OutboxLease claim, CancellationToken stoppingToken)
    {
        using var served = new CancellationTokenSource();
        var renewing = RenewAsync(claim, served.Token);
        TimeSpan? rest = null;
        try
        {
            rest = await WorkAsync(claim, stoppingToken);
        }
        finally
        {
            await served.CancelAsync();
            await renewing;
            // Also when we are stopped: otherwise the account waits until the lease runs out.
            await AsServiceAsync(async services =>
            {
                await services.GetRequiredService<IOutbox>().ReleaseAsync(claim, rest, CancellationToken.None);
                return true;
            });
        }
    }

    private static IRequest<int> CommandFor(OutboxKind kind, OutboxLease lease) =>
        kind switch
        {
            OutboxKind.RecheckToken => new RecheckTokenCommand(lease),
            OutboxKind.CloseDeal => new CloseDealsCommand(lease),
            OutboxKind.CheckWebhook => new CheckWebhookCommand(lease),
            OutboxKind.MatchDeal => new MatchDealsCommand(lease),
            OutboxKind.PushLead => new PushLeadsCommand(lease),
        };

    /// <summary>
    /// Answers how long to leave amoCRM alone; null when all went well. A fault of ours in one kind does not stop the
    /// others; and as amoCRM may fail at one kind alone, after a failure another is first.
    /// </summary>
    private async Task<TimeSpan?> WorkAsync(OutboxLease lease, CancellationToken stoppingToken)
    {
        TimeSpan? rest = null;
        var first = lease.Failures % Math.Max(1, lease.Kinds.Count);
        var kinds = lease.Kinds.Skip(first).Concat(lease.Kinds.Take(first));
        // A refused token before all: the others need it.
        foreach (var kind in kinds.OrderBy(kind => kind != OutboxKind.RecheckToken))
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

    /// <summary>An amoCRM that is slow must not cost the account its lease: another would begin anew what is half done.</summary>
    private async Task RenewAsync(OutboxLease lease, CancellationToken served)
    {
        try
        {
            using var timer = new PeriodicTimer(BetweenRenewals, Clock);
            while (await timer.WaitForNextTickAsync(served))
                await AsServiceAsync(services => services.GetRequiredService<IOutbox>().ExtendAsync(lease, served));
        }
        catch (OperationCanceledException) when (served.IsCancellationRequested)
        {
            // Served.
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The lease of account {Account} is not renewed", lease.Account.Value);
        }
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
