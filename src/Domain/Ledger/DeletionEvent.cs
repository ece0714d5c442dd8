namespace AmoCrmQualification.Domain.Ledger;

public enum DeletionKind
{
    Deleted,
    Restored,
}

/// <summary>amoCRM said that a deal was deleted or brought back.</summary>
/// <param name="At">When it was received; from amoCRM's events, when it happened.</param>
/// <param name="Body">Fingerprint of the delivery's body, by which a repeated delivery is known; null from events.</param>
public sealed record DeletionEvent(DeletionKind Kind, DateTimeOffset At, long? Body)
{
    /// <summary>Longer than amoCRM goes on repeating a delivery (5 + 15 + 15 + 60 minutes).</summary>
    private static readonly TimeSpan RepetitionWindow = TimeSpan.FromHours(2);

    /// <summary>The latest word wins; a repetition counts at its first time.</summary>
    public static bool IsDeleted(IReadOnlyCollection<DeletionEvent> marks) =>
        marks.Count > 0
        && marks.GroupBy(m => (m.Kind, m.Body)).SelectMany(Originals).MaxBy(m => (m.At, m.Kind))!.Kind == DeletionKind.Deleted;

    private static IEnumerable<DeletionEvent> Originals(IGrouping<(DeletionKind Kind, long? Body), DeletionEvent> same)
    {
        DeletionEvent? original = null;
        foreach (var mark in same.OrderBy(m => m.At))
        {
            if (mark.Body is not null && original is not null && mark.At - original.At <= RepetitionWindow)
                continue;
            yield return original = mark;
        }
    }
}
