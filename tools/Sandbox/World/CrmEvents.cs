namespace AmoCrmQualification.Sandbox.World;

/// <summary>The account's journal. It is complete even when webhooks are lost: that is what reconciliation relies on.</summary>
public sealed class CrmEvents
{
    private readonly List<CrmEvent> _rows = [];
    private readonly Lock _gate = new();
    private long _sequence;

    public IReadOnlyList<CrmEvent> All
    {
        get
        {
            lock (_gate)
                return [.. _rows];
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
            _rows.Add(new CrmEvent(EventId.Create(account, ++_sequence, at), type, entity, id, by, at, after, before));
    }

    /// <summary>amoCRM no longer remembers: the rows of a deal, or of all, that are older than an instant.</summary>
    public int Forget(long? entity = null, long? before = null)
    {
        lock (_gate)
            return _rows.RemoveAll(e => (entity is null || e.EntityId == entity) && (before is null || e.CreatedAt < before));
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _rows.Clear();
            _sequence = 0;
        }
    }
}
