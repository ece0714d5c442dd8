namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>PostgreSQL keeps microseconds: an instant must be the same before and after it is stored.</summary>
public sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
