using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class CreativeTargetsTests
{
    // CPQL 2,667 (2,163 to 3,415), CAC 10,000 (6,211 to 18,057), a sale brings 30,000 on average: ROMI 200 %.
    private static readonly PaidLeads Paid = new(400_000, 400, 150, 40, 1_200_000);

    [Test]
    public void A_direction_without_targets_has_no_figures()
    {
        var targets = CreativeTargets.From(DirectionTargets.None, Paid);

        Assert.That(targets, Is.EqualTo(CreativeTargets.None with { Leads = 400 }));
        Assert.That(targets.All, Is.Empty);
    }

    [Test]
    public void Costs_are_of_those_who_qualified_and_of_those_who_bought()
    {
        var targets = CreativeTargets.From(new(Cpql: 4_000, Cac: 6_000, Romi: null), Paid);

        Assert.That(targets.Cpql!.Value, Is.EqualTo(2_666.67).Within(0.005));
        Assert.That(targets.Cpql.State, Is.EqualTo(TargetState.Met));
        Assert.That(targets.Cac!.Value, Is.EqualTo(10_000));
        Assert.That((double?)targets.Cac.Lo, Is.EqualTo(6_210.81).Within(0.005));
        Assert.That((double?)targets.Cac.Hi, Is.EqualTo(18_057.27).Within(0.005));
        Assert.That(targets.Cac.State, Is.EqualTo(TargetState.Missed));
    }

    [TestCase(20_000, 150, TargetState.Met)]
    [TestCase(20_000, 250, TargetState.Missed)]
    [TestCase(10_000, 150, TargetState.TooEarly)]
    [TestCase(6_000, 150, TargetState.Met)]
    public void A_return_is_decided_once_the_number_of_sales_is_against_the_goal_of_CAC(int cac, int romi, TargetState state)
    {
        var figure = CreativeTargets.From(new(null, cac, romi), Paid).Romi!;

        Assert.That(figure, Is.EqualTo(new TargetFigure(romi, 200, null, null, state)));
    }

    // A sale of 30,000 brings the goal at a CAC of 30,000/(1 + goal): 20,000, 12,000, 6,000.
    [TestCase(50, TargetState.Met)]
    [TestCase(150, TargetState.TooEarly)]
    [TestCase(400, TargetState.Missed)]
    public void Without_a_goal_of_CAC_against_the_one_that_the_goal_implies(int romi, TargetState state) =>
        Assert.That(CreativeTargets.From(new(null, null, romi), Paid).Romi!.State, Is.EqualTo(state));

    [TestCase(4, TargetState.TooEarly)]
    [TestCase(5, TargetState.Missed)]
    public void A_return_is_never_decided_on_fewer_than_five_sales(int won, TargetState state)
    {
        var paid = new PaidLeads(400_000, 400, 150, won, won * 30_000);

        var targets = CreativeTargets.From(new(null, Cac: 10_000, Romi: 100), paid);

        Assert.That(targets.Cac!.State, Is.EqualTo(TargetState.Missed));
        Assert.That(targets.Romi!.State, Is.EqualTo(state));
    }

    [Test]
    public void What_is_not_known_in_the_accounts_currency_decides_nothing()
    {
        var withoutSpend = CreativeTargets.From(new(1, 1, 1), Paid with { Spend = null });
        var withoutRevenue = CreativeTargets.From(new(null, 20_000, 100), Paid with { Revenue = null });

        Assert.That(withoutSpend.All.Select(t => (t.Value, t.State)), Is.All.EqualTo(((decimal?)null, TargetState.TooEarly)));
        Assert.That(withoutRevenue.Cac!.State, Is.EqualTo(TargetState.Met));
        Assert.That(withoutRevenue.Romi, Is.EqualTo(new TargetFigure(100, null, null, null, TargetState.TooEarly)));
    }

    [Test]
    public void Leads_and_sales_are_those_of_the_days_that_have_spend()
    {
        var (one, two, three) = (new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3));
        var creative = new JudgedCreative(CreativeId.New(), [new(one, 10, 4), new(two, 20, 5), new(three, 7, 7)])
        {
            Sales = [new(one, 2, 500), new(two, 1, null), new(three, 3, 900)],
        };

        var known = PaidLeads.From(creative, new(100, new HashSet<DateOnly> { one, three, three.AddDays(1) }));
        var unknown = PaidLeads.From(creative, new(100, new HashSet<DateOnly> { one, two }));

        Assert.That(known, Is.EqualTo(new PaidLeads(100, 17, 11, 5, 1_400)));
        Assert.That(unknown, Is.EqualTo(new PaidLeads(100, 30, 9, 3, null)));
        Assert.That(PaidLeads.From(creative, JudgedSpend.None), Is.EqualTo(new PaidLeads(null, 0, 0, 0, 0)));
    }
}
