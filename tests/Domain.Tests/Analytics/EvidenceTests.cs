using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Domain.Tests.Analytics;

internal sealed class EvidenceTests
{
    private static readonly (long Leads, long Qualified, long OtherLeads, long OtherQualified)[] Days =
    [
        (5, 3, 20, 6),
        (4, 2, 18, 5),
        (0, 0, 22, 7),
        (6, 4, 19, 5),
        (5, 2, 21, 6),
        (7, 5, 20, 7),
    ];

    [Test]
    public void The_example_of_six_days()
    {
        var process = new EvidenceProcess();
        var looks = new List<Evidence>();
        foreach (var day in Days)
        {
            process.Add(new(default, day.Leads, day.Qualified), new(default, day.OtherLeads, day.OtherQualified));
            looks.Add(process.Evidence);
        }

        Assert.Multiple(() =>
        {
            Assert.That(
                looks.Select(look => Math.Exp(look.LnHigher)),
                Is.EqualTo([1.6519, 2.1747, 2.1747, 6.6506, 6.4184, 19.6182]).Within(0.00005)
            );
            Assert.That(
                looks.Select(look => Math.Exp(look.LnLower)),
                Is.EqualTo([0.3930, 0.2646, 0.2646, 0.1338, 0.1127, 0.0658]).Within(0.00005)
            );
            Assert.That(
                looks.Select(look => Math.Exp(look.Ln)),
                Is.EqualTo([1.0224, 1.2197, 1.2197, 3.3922, 3.2656, 9.8420]).Within(0.00005)
            );
        });
    }

    [Test]
    public void A_day_of_one_side_alone_is_no_evidence_but_teaches_the_others_rate()
    {
        EvidenceProcess without = new(),
            with = new();
        with.Add(new(default, 0, 0), new(default, 50, 40));
        Assert.That(with.Evidence.Ln, Is.Zero.Within(1e-12));

        without.Add(new(default, 10, 2), new(default, 10, 8));
        with.Add(new(default, 10, 2), new(default, 10, 8));
        Assert.That(with.Evidence.LnLower, Is.Not.EqualTo(without.Evidence.LnLower).Within(0.01));
    }

    [Test]
    public void Evidence_beyond_any_number_is_kept_as_its_logarithm()
    {
        var process = new EvidenceProcess();
        for (var day = 0; day < 400; day++)
            process.Add(new(default, 1_000, 900), new(default, 1_000, 100));

        Assert.That(process.Evidence.Ln, Is.GreaterThan(1_000).And.LessThan(double.PositiveInfinity));
    }

    /// <summary>Under equal rates a day's factor has at most the mean 1, whatever the rate is: summed here over all outcomes.</summary>
    [TestCase(0.03, 3, 5)]
    [TestCase(0.30, 4, 6)]
    [TestCase(0.50, 1, 9)]
    [TestCase(0.97, 6, 2)]
    public void A_day_of_equal_rates_brings_no_evidence_on_average(double rate, int leads, int others)
    {
        var mean = 0.0;
        for (var a = 0; a <= leads; a++)
        {
            for (var b = 0; b <= others; b++)
            {
                var process = new EvidenceProcess();
                process.Add(default, new(default, 40, 12));
                process.Add(new(default, leads, a), new(default, others, b));
                mean += Binomial(leads, a, rate) * Binomial(others, b, rate) * Math.Exp(process.Evidence.Ln);
            }
        }

        Assert.That(mean, Is.LessThanOrEqualTo(1 + 1e-12));
    }

    private static double Binomial(int n, int k, double p)
    {
        var ways = Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
        return ways * Math.Pow(p, k) * Math.Pow(1 - p, n - k);
    }
}
