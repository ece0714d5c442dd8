using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class CostPerTests
{
    [Test]
    public void A_cost_has_the_interval_of_its_rate_turned_over()
    {
        var cost = CostPer.From(60_000, new(30, 50)); // 37.5 to 79.9 %

        Assert.That(cost.Value, Is.EqualTo(2_000));
        Assert.That(cost.Lo, Is.EqualTo(1_501.50).Within(0.005));
        Assert.That(cost.Hi, Is.EqualTo(3_201.48).Within(0.005));
    }

    [TestCase(3_202, TargetState.Met)]
    [TestCase(3_201, TargetState.TooEarly)]
    [TestCase(1_502, TargetState.TooEarly)]
    [TestCase(1_501, TargetState.Missed)]
    public void The_whole_interval_decides(int goal, TargetState state) =>
        Assert.That(CostPer.From(60_000, new(30, 50)).Against(goal), Is.EqualTo(state));

    [Test]
    public void Where_none_counts_there_is_no_upper_end_and_only_missed_can_be_decided()
    {
        var cost = CostPer.From(60_000, new(0, 200));

        Assert.That((cost.Value, cost.Hi), Is.EqualTo(((decimal?)null, (decimal?)null)));
        Assert.That(cost.Lo, Is.EqualTo(9_800.37).Within(0.005));
        Assert.That(cost.Against(9_800), Is.EqualTo(TargetState.Missed));
        Assert.That(cost.Against(1_000_000), Is.EqualTo(TargetState.TooEarly));
    }

    [Test]
    public void Of_an_unknown_spend_and_of_no_leads_nothing_is_said()
    {
        Assert.That(CostPer.From(null, new(30, 50)), Is.EqualTo(CostPer.Unknown));
        Assert.That(CostPer.From(60_000, new(0, 0)), Is.EqualTo(CostPer.Unknown));
        Assert.That(CostPer.Unknown.Against(1), Is.EqualTo(TargetState.TooEarly));
    }

    [Test]
    public void What_was_free_meets_every_goal() =>
        Assert.That(CostPer.From(0, new(3, 10)).Figure(1), Is.EqualTo(new TargetFigure(1, 0, 0, 0, TargetState.Met)));
}
