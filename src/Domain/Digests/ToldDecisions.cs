namespace AmoCrmQualification.Domain.Digests;

/// <summary>Something that can be decided on a creative: its verdict, and each of its targets.</summary>
public enum DecisionOn
{
    Verdict,
    Cpql,
    Cac,
    Romi,
}

public enum DecisionState
{
    Better,
    Worse,
    Met,
    Missed,
}

/// <summary>A decided verdict or target of a creative.</summary>
public sealed record Decision(Guid Creative, DecisionOn On, DecisionState State);

/// <summary>Decisions that a digest has told, to tell each once and to take back what holds no longer.</summary>
public sealed record ToldDecisions(IReadOnlyList<Decision> Decisions)
{
    public static readonly ToldDecisions None = new([]);

    /// <summary>Decisions that were not told yet, or were told otherwise.</summary>
    public IReadOnlyList<Decision> Turned(IReadOnlyCollection<Decision> now) => [.. now.Except(Decisions)];

    /// <summary>Told decisions on things that are not decided any more.</summary>
    public IReadOnlyList<Decision> Withdrawn(IReadOnlyCollection<Decision> now)
    {
        var decided = now.Select(d => (d.Creative, d.On)).ToHashSet();
        return [.. Decisions.Where(d => !decided.Contains((d.Creative, d.On)))];
    }
}
