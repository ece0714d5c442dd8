namespace AmoCrmQualification.Api.Workers;

/// <summary>
/// The accounts that a worker serves at once. Serving mostly waits for amoCRM and costs little, so slow accounts may be many;
/// but new ones are only let in a few at a time. Whoever takes longer than a moment stops counting among those few, and
/// whoever is known to fail never does: however slow some are, the next account waits for a moment only.
/// </summary>
internal sealed class AccountSlots(TimeProvider clock)
{
    public const int New = 32;
    public const int All = 160;
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly HashSet<Slot> _slots = [];

    public FreeSlots Free
    {
        get
        {
            lock (_slots)
            {
                var fresh = _slots.Count(IsNew);
                var lasting = _slots.Count - fresh;
                return new(Math.Min(New - fresh, All - _slots.Count), Math.Max(0, All - New - lasting));
            }
        }
    }

    /// <summary>Begins to serve; <paramref name="serve"/> does not throw.</summary>
    public void Begin(bool isFailing, Func<Task> serve)
    {
        var slot = new Slot(isFailing, clock.GetTimestamp());
        lock (_slots)
            _slots.Add(slot);
        slot.Served = Task.Run(async () =>
        {
            try
            {
                await serve();
            }
            finally
            {
                lock (_slots)
                    _slots.Remove(slot);
            }
        });
    }

    /// <summary>Returns when all that was begun is served.</summary>
    public Task EmptyAsync()
    {
        lock (_slots)
            return Task.WhenAll(_slots.Select(slot => slot.Served));
    }

    private bool IsNew(Slot slot) => !slot.IsFailing && clock.GetElapsedTime(slot.BeganAt) < Moment;

    private sealed class Slot(bool isFailing, long beganAt)
    {
        public bool IsFailing => isFailing;
        public long BeganAt => beganAt;
        public Task Served { get; set; } = Task.CompletedTask;
    }
}
