using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class AdviceTests
{
    private const TargetState None = TargetState.TooEarly;

    [TestCase(Verdict.Better, None, AdviceAction.Scale, false)]
    [TestCase(Verdict.Better, TargetState.Met, AdviceAction.Scale, false)]
    [TestCase(Verdict.Better, TargetState.Missed, AdviceAction.Look, true)]
    [TestCase(Verdict.Worse, None, AdviceAction.Stop, false)]
    [TestCase(Verdict.Worse, TargetState.Met, AdviceAction.Look, true)]
    [TestCase(Verdict.Worse, TargetState.Missed, AdviceAction.Stop, false)]
    [TestCase(Verdict.TooEarly, None, AdviceAction.Wait, false)]
    [TestCase(Verdict.TooEarly, TargetState.Met, AdviceAction.Keep, false)]
    [TestCase(Verdict.TooEarly, TargetState.Missed, AdviceAction.Stop, false)]
    [TestCase(Verdict.Alone, None, AdviceAction.Wait, false)]
    [TestCase(Verdict.Alone, TargetState.Met, AdviceAction.Scale, false)]
    [TestCase(Verdict.Alone, TargetState.Missed, AdviceAction.Stop, false)]
    public void Comes_from_the_verdict_and_the_targets_together(
        Verdict verdict,
        TargetState state,
        AdviceAction action,
        bool disagrees
    )
    {
        var targets = new CreativeTargets(100, Figure(state), Figure(None), Romi: null);

        Assert.That(Advice.From(verdict, targets), Is.EqualTo(new Advice(action, disagrees)));
    }

    [Test]
    public void Is_to_look_where_the_targets_disagree_among_themselves() =>
        Assert.That(
            Enum.GetValues<Verdict>()
                .Select(verdict => Advice.From(verdict, new(100, Figure(TargetState.Met), Figure(TargetState.Missed), null))),
            Is.All.EqualTo(new Advice(AdviceAction.Look, Disagrees: true))
        );

    [Test]
    public void Goes_by_the_verdict_alone_without_targets() =>
        Assert.That(
            Advice.From(Verdict.Worse, CreativeTargets.None),
            Is.EqualTo(new Advice(AdviceAction.Stop, Disagrees: false))
        );

    private static TargetFigure Figure(TargetState state) => new(1, 1, 1, 1, state);
}
