namespace AmoCrmQualification.Sandbox.Faults;

/// <summary>A call the sandbox received. `Status` 0: the connection was dropped on purpose.</summary>
public sealed record LoggedRequest(
    DateTimeOffset At,
    long? AccountId,
    string Method,
    string Path,
    string Query,
    int Status,
    int Milliseconds
);

/// <summary>Log of calls, with the most calls of one account in any one second.</summary>
internal sealed class RequestLog(SandboxOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<LoggedRequest> _rows = new();
    private readonly Dictionary<long, SlidingSecond> _seconds = [];

    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _rows];
        }
    }

    public int MaxPerSecond(long account)
    {
        lock (_gate)
            return _seconds.GetValueOrDefault(account)?.Max ?? 0;
    }

    /// <summary>Counts an arrival and says how many came within the second that ends now, this one included.</summary>
    public int Arrived(long account)
    {
        lock (_gate)
        {
            if (!_seconds.TryGetValue(account, out var second))
                _seconds[account] = second = new SlidingSecond();
            return second.Arrived();
        }
    }

    /// <summary>A client that goes on in spite of many refusals within a minute is blocked, until somebody lifts it.</summary>
    public void Refused(CrmAccount account)
    {
        lock (_gate)
            _seconds[account.Id].Refused(account.Switches.BlockAfterRefusals);
    }

    public bool IsBlocked(long account)
    {
        lock (_gate)
            return _seconds.GetValueOrDefault(account)?.Blocked is true;
    }

    public void Unblock(long account)
    {
        lock (_gate)
            _seconds.Remove(account);
    }

    public void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            _rows.Enqueue(request);
            if (_rows.Count > options.LogLimit)
                _rows.Dequeue();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rows.Clear();
            _seconds.Clear();
        }
    }

    // Real time on purpose: a paced client is judged by the wall, also when a test drives the sandbox's clock.
    private sealed class SlidingSecond
    {
        private readonly Queue<long> _arrivals = new();
        private readonly Queue<long> _refusals = new();

        public int Max { get; private set; }
        public bool Blocked { get; private set; }

        public int Arrived()
        {
            var count = Within(_arrivals, 1000);
            Max = Math.Max(Max, count);
            return count;
        }

        public void Refused(int? limit) => Blocked |= Within(_refusals, 60_000) > limit;

        private static int Within(Queue<long> times, int milliseconds)
        {
            var now = Environment.TickCount64;
            while (times.TryPeek(out var oldest) && oldest <= now - milliseconds)
                times.Dequeue();
            times.Enqueue(now);
            return times.Count;
        }
    }
}
