using System.Globalization;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class JudgedLeadTests
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [TestCase("0", "", Description = "one lead is no repeat")]
    [TestCase("0 14", "14", Description = "the horizon included")]
    [TestCase("0 15", "")]
    [TestCase("0 10 14 15", "10 14", Description = "counted from the last that counted, not from the last")]
    [TestCase("15 0 10", "10", Description = "in whatever order they are told")]
    [TestCase("0 10 20 30 40", "10 30")]
    public void Who_comes_again_within_the_horizon_repeats_the_lead_that_counted(string days, string repeats)
    {
        var leads = days.Split(' ').ToDictionary(day => day, _ => LeadId.New());

        var found = JudgedLead.Repeats(
            leads.Select(lead => new JudgedLead(lead.Value, First.AddDays(double.Parse(lead.Key, CultureInfo.InvariantCulture)))),
            TimeSpan.FromDays(14)
        );

        Assert.That(found, Is.EqualTo(repeats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => leads[day])));
    }

    [Test]
    public void Of_leads_of_one_instant_always_the_same_counts()
    {
        JudgedLead[] leads = [new(LeadId.New(), First), new(LeadId.New(), First)];

        var (one, other) = (JudgedLead.Repeats(leads, TimeSpan.Zero), JudgedLead.Repeats(leads.Reverse(), TimeSpan.Zero));

        Assert.That(one, Is.EqualTo(other).And.Exactly(1).Items);
    }
}
