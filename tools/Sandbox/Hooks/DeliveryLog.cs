namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>The last deliveries of an account, oldest first. Bounded: a bench sends more than anyone will read.</summary>
internal sealed class DeliveryLog(int limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, CrmDelivery> _rows = [];
    private readonly Queue<long> _order = new();
    private long _last;

    public IReadOnlyList<CrmDelivery> All
    {
        get
        {
            lock (_gate)
                return [.. _order.Select(id => _rows[id])];
        }
    }

    public CrmDelivery Open(
        string destination,
        IReadOnlyList<DeliveredEvent> events,
        string body,
        DateTimeOffset at,
        DeliveryState state
    )
    {
        lock (_gate)
        {
            var delivery = new CrmDelivery
            {
                Id = ++_last,
                Destination = destination,
                Events = events,
                Body = body,
                CreatedAt = at,
                State = state,
            };
            _rows[delivery.Id] = delivery;
            _order.Enqueue(delivery.Id);
            if (_order.Count > limit)
                _rows.Remove(_order.Dequeue());
            return delivery;
        }
    }

    public CrmDelivery Record(CrmDelivery delivery, DeliveryAttempt? attempt, DeliveryState state)
    {
        var changed = delivery with
        {
            State = state,
            Attempts = attempt is null ? delivery.Attempts : [.. delivery.Attempts, attempt],
        };
        lock (_gate)
        {
            if (_rows.ContainsKey(delivery.Id))
                _rows[delivery.Id] = changed;
        }

        return changed;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _rows.Clear();
            _order.Clear();
        }
    }
}
