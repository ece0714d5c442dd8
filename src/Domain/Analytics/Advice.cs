namespace AmoCrmQualification.Domain.Analytics;

/// <summary>An action on a creative.</summary>
public enum AdviceAction
{
    /// <summary>Nothing is decided yet.</summary>
    Wait,
    Scale,
    Stop,

    /// <summary>Its costs are as aimed at, and it is no better than others as far as known.</summary>
    Keep,

    /// <summary>Verdict and targets say different things: a person must look.</summary>
    Look,
}

/// <summary>Advice from the verdict and the targets together; the table is in docs/domain.md.</summary>
/// <param name="Disagrees">The verdict and the targets, or the targets among themselves, say different things.</param>
public sealed record Advice(AdviceAction Action, bool Disagrees)
{
    public static Advice From(Verdict verdict, CreativeTargets targets)
    {
        var decided = targets.All.Select(t => t.State).Where(s => s != TargetState.TooEarly).Distinct().ToList();
        if (decided.Count > 1)
            return new(AdviceAction.Look, Disagrees: true);
        return (verdict, decided.Count == 0 ? TargetState.TooEarly : decided[0]) switch
        {
            (Verdict.Better, TargetState.Missed) or (Verdict.Worse, TargetState.Met) => new(AdviceAction.Look, Disagrees: true),
            (Verdict.Better, _) or (Verdict.Alone, TargetState.Met) => new(AdviceAction.Scale, Disagrees: false),
            (Verdict.Worse, _) or (_, TargetState.Missed) => new(AdviceAction.Stop, Disagrees: false),
            (_, TargetState.Met) => new(AdviceAction.Keep, Disagrees: false),
            _ => new(AdviceAction.Wait, Disagrees: false),
        };
    }
}
