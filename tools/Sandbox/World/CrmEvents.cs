namespace AmoCrmQualification.Sandbox.World;

/// <summary>The account's journal. It is complete even when webhooks are lost: that is what reconciliation relies on.</summary>
public sealed class CrmEvents
{
    private readonly List<(long Sequence, CrmEvent Event)> _rows = [];
    private readonly List<GeneratedEvents> _generated = [];
    private readonly Lock _gate = new();
    private long _sequence;

    public IReadOnlyList<CrmEvent> All
    {
        get
        {
            lock (_gate)
            {
                return _generated.Count == 0
                    ? [.. _rows.Select(r => r.Event)]
                    : [.. Select(new EventQuery()).Select(row => row.Get())];
            }
        }
    }

    /// <summary>amoCRM no longer remembers: the rows of a deal, or of all, that are older than an instant.</summary>
    public int Forget(long? entity = null, long? before = null)
    {
        lock (_gate)
        {
            return _rows.RemoveAll(r =>
                    (entity is null || r.Event.EntityId == entity) && (before is null || r.Event.CreatedAt < before)
                ) + _generated.Sum(g => g.Forget(entity, before));
        }
    }

    internal void Add(
        long account,
        string type,
        string entity,
        long id,
        long by,
        long at,
        string after = "[]",
        string before = "[]"
    )
    {
        lock (_gate)
        {
            var sequence = ++_sequence;
            _rows.Add((sequence, new CrmEvent(EventId.Create(account, sequence, at), type, entity, id, by, at, after, before)));
        }
    }

    internal GeneratedEvents Add(GeneratedStory story, CrmAccount account, long firstLead)
    {
        lock (_gate)
        {
            var events = new GeneratedEvents(story, account, firstLead, _sequence + 1);
            _sequence += GeneratedEvents.Numbers(story.Count);
            _generated.Add(events);
            return events;
        }
    }

    internal IEnumerable<Row<CrmEvent>> Select(EventQuery query)
    {
        lock (_gate)
        {
            var kept = _rows
                .Where(r => query.Fits(r.Event))
                .Select(r => new Row<CrmEvent>(r.Event.CreatedAt, r.Sequence, r.Event, null));
            List<Row<CrmEvent>> sorted = [.. Rows.Sort(kept, query.Ascending)];
            var rows = Rows.Merge([sorted, .. _generated.Select(g => g.Select(query))], query.Ascending);
            return query.People.Count == 0 ? rows : rows.Where(r => query.IsBy(r.Get().CreatedBy));
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _rows.Clear();
            _generated.Clear();
            _sequence = 0;
        }
    }
}
