using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class CohortEconomicsTests
{
    [Test]
    public void What_leads_cost_and_brought()
    {
        var cohort = new CohortEconomics(Spend: 30_000, Revenue: 105_000, Leads: 120, Qualified: 30, Won: 8);

        Assert.That(cohort.Cpl, Is.EqualTo(250));
        Assert.That(cohort.Cpql, Is.EqualTo(1_000));
        Assert.That(cohort.Cac, Is.EqualTo(3_750));
        Assert.That(cohort.Romi, Is.EqualTo(250));
    }

    [Test]
    public void Where_nothing_came_back_all_was_lost() =>
        Assert.That(new CohortEconomics(30_000, 0, 120, 30, 0).Romi, Is.EqualTo(-100));

    [Test]
    public void Without_a_known_spend_nothing_is_said()
    {
        var cohort = new CohortEconomics(Spend: null, Revenue: 105_000, Leads: 120, Qualified: 30, Won: 8);

        Assert.That(new[] { cohort.Cpl, cohort.Cpql, cohort.Cac, cohort.Romi }, Is.All.Null);
    }

    [Test]
    public void Without_a_known_revenue_there_is_no_return_on_it()
    {
        var cohort = new CohortEconomics(Spend: 30_000, Revenue: null, Leads: 120, Qualified: 30, Won: 8);

        Assert.That(cohort.Romi, Is.Null);
        Assert.That(cohort.Cpl, Is.EqualTo(250));
    }

    [Test]
    public void Nothing_is_divided_by_nobody()
    {
        var cohort = new CohortEconomics(Spend: 30_000, Revenue: 0, Leads: 0, Qualified: 0, Won: 0);

        Assert.That(new[] { cohort.Cpl, cohort.Cpql, cohort.Cac }, Is.All.Null);
        Assert.That(cohort.Romi, Is.EqualTo(-100));
    }

    [Test]
    public void What_was_free_cost_nothing_and_has_no_return()
    {
        var cohort = new CohortEconomics(Spend: 0, Revenue: 5_000, Leads: 10, Qualified: 5, Won: 1);

        Assert.That(cohort.Cpl, Is.Zero);
        Assert.That(cohort.Romi, Is.Null);
    }
}
