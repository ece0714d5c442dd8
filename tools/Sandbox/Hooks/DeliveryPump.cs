using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>Takes what happened in an account to its subscribers, with the faults that the account's switches ask for.</summary>
public sealed class DeliveryPump
{
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(50);

    private readonly CrmAccount _account;
    private readonly DeliveryLog _log;
    private readonly DeliverySender _sender;
    private readonly Channel<HookEvent> _queue = Channel.CreateUnbounded<HookEvent>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<Task, bool> _retries = [];
    private readonly Random _random = new(1);
    private readonly Task _loop;
    private int _unsettled;
    private long _statusCount;
    private long _deliveryCount;

    internal DeliveryPump(CrmAccount account)
    {
        _account = account;
        _log = new DeliveryLog(account.World.Options.LogLimit);
        _sender = new DeliverySender(account, _log);
        _loop = Task.Run(PumpAsync, account.World.Stopping);
    }

    public IReadOnlyList<CrmDelivery> All => _log.All;

    public void ClearLog() => _log.Clear();

    /// <summary>Waits until everything that has happened was tried once. Retries are not waited for: they are hours away.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        while (Volatile.Read(ref _unsettled) > 0)
            await Task.Delay(5, cancellationToken);
    }

    internal void Publish(IReadOnlyList<HookEvent> events)
    {
        if (_account.Webhooks.All.Count == 0)
            return;

        var switches = _account.Switches;
        var moved = events.Any(e => e.TellsStageMove);
        var drop =
            moved && switches.DropStatusEvery > 0 && Interlocked.Increment(ref _statusCount) % switches.DropStatusEvery == 0;
        foreach (var e in events)
        {
            if (drop && (e.TellsStageMove || switches.DropTakesUpdate))
            {
                LogDropped(e);
                continue;
            }

            Interlocked.Increment(ref _unsettled);
            if (!_queue.Writer.TryWrite(e))
                Interlocked.Decrement(ref _unsettled);
        }
    }

    internal async Task StopAsync()
    {
        _queue.Writer.TryComplete();
        await Quietly(_loop);
        await Quietly(Task.WhenAll(_retries.Keys));
    }

    private async Task PumpAsync()
    {
        var stopping = _account.World.Stopping;
        List<Task> running = [];
        while (await _queue.Reader.WaitToReadAsync(stopping))
        {
            var events = await GatherAsync(stopping);
            foreach (var batch in events.Chunk(Math.Max(1, _account.Switches.BatchSize)))
            {
                running.RemoveAll(t => t.IsCompleted);
                if (running.Count >= Math.Max(1, _account.Switches.DeliveryConcurrency))
                    running.Remove(await Task.WhenAny(running));
                running.Add(DeliverAsync(batch));
            }
        }
    }

    /// <summary>As many events as the widest fault needs to see at once; a lone event waits only a moment for company.</summary>
    private async Task<HookEvent[]> GatherAsync(CancellationToken stopping)
    {
        var (batch, reorder) = (_account.Switches.BatchSize, _account.Switches.ReorderWindow);
        var wanted = Math.Max(1, Math.Max(batch, reorder));
        List<HookEvent> events = [];
        while (events.Count < wanted)
        {
            if (_queue.Reader.TryRead(out var next))
                events.Add(next);
            else if (events.Count == 0)
                break;
            else
            {
                await Task.Delay(Linger, stopping);
                if (!_queue.Reader.TryPeek(out _))
                    break;
            }
        }

        var gathered = events.ToArray();
        if (reorder > 1)
            _random.Shuffle(gathered);
        return gathered;
    }

    private async Task DeliverAsync(HookEvent[] batch)
    {
        try
        {
            if (_account.Switches.DeliveryDelayMs is > 0 and var delay)
                await Task.Delay(delay, _account.World.Stopping);
            foreach (var hook in _account.Webhooks.All)
            {
                var heard = batch.Where(e => hook.Settings.Contains(e.Setting)).ToArray();
                if (heard.Length > 0 && !hook.Disabled)
                    await SendAsync(hook, heard);
            }
        }
        catch (OperationCanceledException)
        { /* the sandbox is going away */
        }
        finally
        {
            Interlocked.Add(ref _unsettled, -batch.Length);
        }
    }

    private async Task SendAsync(CrmWebhook hook, HookEvent[] events)
    {
        var body = HookBody.Write(events, _account);
        var every = _account.Switches.DuplicateEvery;
        var copies = every > 0 && Interlocked.Increment(ref _deliveryCount) % every == 0 ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var delivery = _log.Open(
                hook.Destination,
                Named(events),
                body,
                _account.World.Clock.GetUtcNow(),
                DeliveryState.Pending
            );
            var (tried, wait) = await _sender.AttemptAsync(delivery);
            if (wait is not null)
                KeepRetrying(tried, wait);
        }
    }

    private void KeepRetrying(CrmDelivery delivery, TimeSpan? wait)
    {
        var retry = _sender.RetryAsync(delivery, wait);
        _retries[retry] = true;
        _ = retry.ContinueWith(t => _retries.TryRemove(t, out _), TaskScheduler.Default);
    }

    private void LogDropped(HookEvent e) =>
        _log.Open("", Named([e]), HookBody.Write([e], _account), _account.World.Clock.GetUtcNow(), DeliveryState.Dropped);

    private static DeliveredEvent[] Named(HookEvent[] events) =>
        [.. events.Select(e => new DeliveredEvent(e.Entity, e.Word, e.EntityId))];

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        { /* stopped midway, as asked */
        }
    }
}
