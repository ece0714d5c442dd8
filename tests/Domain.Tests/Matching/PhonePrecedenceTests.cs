using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Matching;
using NUnit.Framework;

namespace AmoCrmQualification.Domain.Tests.Matching;

/// <summary>The lead of ours that a deal made elsewhere is, by the phone of its contacts.</summary>
internal sealed class PhonePrecedenceTests
{
    private const string Phone = "+79161234567";

    private static readonly UserAccountId s_account = new(new("0198b0f0-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset s_monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AdoptionRules s_all = new(AdoptDeals.All, null, null, []);

    [TestCase(30, true)]
    [TestCase(-30, true)]
    [TestCase(31, false)]
    [TestCase(-31, false)]
    public void A_lead_is_a_deals_of_its_thirty_days(int daysLater, bool isLinked)
    {
        var lead = Kept(s_monday.AddDays(daysLater));

        var decision = PhonePrecedence.Decide([Known(1, s_monday)], [lead], s_all).Single();

        Assert.That(decision.Lead, isLinked ? Is.SameAs(lead) : Is.Null);
        Assert.That(decision.Candidates, Is.Empty);
    }

    [Test]
    public void Where_nothing_is_adopted_time_sets_no_limit() =>
        Assert.That(
            PhonePrecedence.Decide([Known(1, s_monday)], [Kept(s_monday.AddDays(200))], AdoptionRules.Off).Single().Lead,
            Is.Not.Null
        );

    [Test]
    public void Of_several_deals_the_nearest_is_the_leads_whatever_their_order()
    {
        var deals = new[] { Known(1, s_monday.AddDays(-9)), Known(2, s_monday.AddHours(1)), Known(3, s_monday.AddDays(5)) };

        foreach (var order in new[] { deals, [.. deals.Reverse()] })
        {
            var decisions = PhonePrecedence.Decide(order, [Kept(s_monday)], s_all);
            Assert.That(decisions.Where(d => d.Lead is not null).Select(d => d.Deal.Key.Deal.Value), Is.EqualTo([2L]));
        }
    }

    [Test]
    public void Of_deals_that_are_equally_near_the_newest_is_the_leads()
    {
        var decisions = PhonePrecedence.Decide([Known(1, s_monday), Known(2, s_monday)], [Kept(s_monday)], s_all);

        Assert.That(decisions.Single(d => d.Lead is not null).Deal.Key.Deal, Is.EqualTo(new DealId(2)));
    }

    [Test]
    public void Of_several_leads_a_person_chooses_and_what_a_person_was_asked_nothing_else_decides()
    {
        Lead[] leads = [Kept(s_monday), Kept(s_monday.AddHours(1))];

        var decision = PhonePrecedence.Decide([Known(1, s_monday)], leads, s_all).Single();
        var asked = PhonePrecedence.Decide([Known(1, s_monday) with { IsAsked = true }], leads[..1], s_all).Single();

        Assert.That((decision.Lead, decision.Candidates.Count), Is.EqualTo(((Lead?)null, 2)));
        Assert.That((asked.Lead, asked.Candidates.Count), Is.EqualTo(((Lead?)null, 0)));
    }

    [Test]
    public void A_deal_that_a_lead_brought_is_nobody_elses()
    {
        var known = Known(1, s_monday);
        var taken = known with { Deal = known.Deal.TakenBy(LeadId.New()) };
        var adopted = known with { Deal = known.Deal with { Lead = LeadId.New(), IsAdopted = true } };

        Assert.That(PhonePrecedence.Decide([taken], [Kept(s_monday)], s_all), Is.Empty);
        Assert.That(PhonePrecedence.Decide([adopted], [Kept(s_monday)], s_all).Single().Lead, Is.Not.Null);
    }

    private static DealPhones Known(long deal, DateTimeOffset made) =>
        new(new Deal(new(s_account, new(deal)), Lead: null), [Phone], IsAsked: false) { MadeAt = made };

    private static Lead Kept(DateTimeOffset createdAt) =>
        Lead.Create(
            new(
                s_account,
                LeadSource.Website,
                new(Name: null, Phone, Phone, ChatId: null, Email: null, Message: null),
                Direction: null,
                Creative: null,
                AdId: null,
                new(null, null, null, null, null),
                Deal: null,
                Push: false,
                createdAt,
                Idempotency: null
            ),
            createdAt
        );
}
