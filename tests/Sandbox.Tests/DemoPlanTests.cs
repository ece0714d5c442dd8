using AmoCrmQualification.Sandbox.Demo;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>The story that the demo tells, by its numbers: whoever changes the cast sees here what it no longer shows.</summary>
internal sealed class DemoPlanTests
{
    private const int Video = 0;
    private const int Discount = 1;
    private const int Search = 2;
    private const int Designers = 4;

    private static readonly DateTimeOffset Anchor = new(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
    private static readonly long[] Qualified = [DemoAccount.Stages.Qualified, DemoAccount.Stages.PartnerTerms, CrmStage.Won];

    private readonly Figures[] _figures =
    [
        .. DemoCast.Creatives.Select(
            (creative, i) => Figures.From(DemoPlan.For(Anchor).Where(d => d.Creative == i), creative.AdId)
        ),
    ];

    [Test]
    public void Of_the_kitchens_two_are_better_than_the_others_and_one_is_worse() =>
        Assert.That(
            new[] { Video, Discount, Search }.Select(i => ZScore(_figures[i], [.. _figures.Take(3).Except([_figures[i]])])),
            Is.EqualTo([3.0, -7.0, 6.0]).Within(2.0),
            Told()
        );

    [Test]
    public void The_cheapest_leads_lose_money_and_dearer_ones_earn_it() =>
        Assert.Multiple(() =>
        {
            Assert.That(_figures.MinBy(f => f.Spend / f.Leads), Is.EqualTo(_figures[Discount]), Told());
            Assert.That(_figures[Discount].Revenue, Is.LessThan(_figures[Discount].Spend).And.Positive, Told());
            Assert.That(_figures[Video].Revenue, Is.GreaterThan(3 * _figures[Video].Spend), Told());
        });

    [Test]
    public void One_costs_much_for_few_leads() =>
        Assert.Multiple(() =>
        {
            Assert.That(_figures[Designers].Leads, Is.InRange(20, 70), Told());
            Assert.That(_figures[Designers].Spend / _figures[Designers].Leads, Is.GreaterThan(8_000), Told());
        });

    [Test]
    public void Every_creative_has_leads_that_are_open_and_leads_that_were_dropped() =>
        Assert.That(_figures, Is.All.Matches<Figures>(f => f is { Open: >= 3, Lost: >= 10, Won: >= 1 }), Told());

    [Test]
    public void The_same_anchor_gives_the_same_spend_of_each_day_and_ad()
    {
        var rows = DemoSpend.For(Anchor);

        Assert.That(rows, Is.EqualTo(DemoSpend.For(Anchor)));
        Assert.That(rows.Select(r => (r.Date, r.AdId)), Is.Unique);
        Assert.That(
            (rows.Min(r => r.Date), rows.Max(r => r.Date)),
            Is.EqualTo((new DateOnly(2026, 8, 28), new DateOnly(2026, 11, 25)))
        );
        Assert.That(rows, Is.All.Matches<DemoSpendRow>(r => r.Spend > 0 && r.Clicks > 0 && r.Impressions > r.Clicks));
    }

    private string Told() => string.Join('\n', _figures.Select(f => f.ToString()));

    /// <summary>How far a creative's rate is from that of the others, in standard errors.</summary>
    private static double ZScore(Figures one, IReadOnlyList<Figures> others)
    {
        double n1 = one.Leads,
            n2 = others.Sum(f => f.Leads),
            k1 = one.QualifiedNow,
            k2 = others.Sum(f => f.QualifiedNow);
        var pooled = (k1 + k2) / (n1 + n2);
        return ((k1 / n1) - (k2 / n2)) / Math.Sqrt(pooled * (1 - pooled) * ((1 / n1) + (1 / n2)));
    }

    private sealed record Figures(int Leads, int QualifiedNow, int Won, int Lost, int Open, long Revenue, decimal Spend)
    {
        public static Figures From(IEnumerable<DemoDeal> deals, string ad)
        {
            var kept = deals.Where(d => d.Life.Count == 0 || d.Life[^1].Verb != "delete").ToList();
            var stages = kept.ConvertAll(d => d.Life.LastOrDefault(step => step.Verb == "move")?.StatusId);
            return new(
                kept.Count,
                stages.Count(s => s is { } stage && Qualified.Contains(stage)),
                stages.Count(s => s == CrmStage.Won),
                stages.Count(s => s == CrmStage.Lost),
                stages.Count(s => s is not (CrmStage.Won or CrmStage.Lost)),
                kept.Where((_, i) => stages[i] == CrmStage.Won)
                    .Sum(d => (long)d.Life.Last(step => step.Price is not null).Price!),
                DemoSpend.For(Anchor).Where(row => row.AdId == ad).Sum(row => row.Spend)
            );
        }
    }
}
