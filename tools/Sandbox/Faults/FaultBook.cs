namespace AmoCrmQualification.Sandbox.Faults;

/// <summary>The faults that are on. The first matching rule wins; a used-up or expired one leaves the book.</summary>
internal sealed class FaultBook(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private int _lastId;

    public IReadOnlyList<(int Id, FaultRule Rule, int Hits)> All
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(e => (e.Id, e.Rule, e.Hits))];
        }
    }

    public int Add(FaultRule rule)
    {
        lock (_gate)
        {
            var until = rule.ForSeconds is { } seconds ? clock.GetUtcNow().AddSeconds(seconds) : (DateTimeOffset?)null;
            _entries.Add(new Entry(++_lastId, rule, until));
            return _lastId;
        }
    }

    public void Clear(int? id = null)
    {
        lock (_gate)
            _entries.RemoveAll(e => id is null || e.Id == id);
    }

    public FaultRule? Take(string call, long? account)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _entries.RemoveAll(e => e.Until <= now || e.Hits >= e.Rule.Times);
            var entry = _entries.Find(e => e.Fits(call, account));
            if (entry is null)
                return null;
            if (entry.Passed < entry.Rule.Skip)
            {
                entry.Passed++;
                return null;
            }

            entry.Hits++;
            return entry.Rule;
        }
    }

    private sealed class Entry(int id, FaultRule rule, DateTimeOffset? until)
    {
        public int Id { get; } = id;
        public FaultRule Rule { get; } = rule;
        public DateTimeOffset? Until { get; } = until;
        public int Hits { get; set; }
        public int Passed { get; set; }

        public bool Fits(string call, long? account) =>
            (Rule.AccountId is null || Rule.AccountId == account)
            && (Rule.Match is null || call.Contains(Rule.Match, StringComparison.OrdinalIgnoreCase));
    }
}
