using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Analytics;

/// <summary>Counts to try the formulas with.</summary>
internal static class Counts
{
    /// <summary>Six creatives of one direction: the example that the published numbers are of.</summary>
    public static IReadOnlyList<Rate> Six => [new(30, 50), new(35, 40), new(3, 4), new(10, 40), new(0, 6), new(18, 30)];

    public static Arbitrary<Rate> Rates() => AnyRate(0).ToArbitrary();

    /// <summary>Of at least one lead.</summary>
    public static Arbitrary<Rate> DefinedRates() => AnyRate(1).ToArbitrary();

    public static Arbitrary<(Rate A, Rate B)> Pairs() => AnyRate(1).SelectMany(a => AnyRate(1).Select(b => (a, b))).ToArbitrary();

    /// <summary>The creatives of a direction, some without leads, in two orders.</summary>
    public static Arbitrary<(Rate[] Given, Rate[] Shuffled)> Directions() =>
        (
            from size in Gen.Choose(0, 12)
            from rates in AnyRate(0).ArrayOf(size)
            from shuffled in Gen.Shuffle(rates)
            select (rates, shuffled)
        ).ToArbitrary();

    /// <summary>Outcomes with ties, in days or hours.</summary>
    public static Gen<TimedOutcome[]> Outcomes() =>
        from size in Gen.Choose(0, 40)
        from outcomes in (
            from time in Gen.Choose(0, 60)
            from happened in Gen.Elements(true, false)
            from count in Gen.Choose(0, 5)
            select new TimedOutcome(time / 2.0, happened, count)
        ).ArrayOf(size)
        select outcomes;

    public static List<(CreativeId Creative, Rate Rate)> Named(IEnumerable<Rate> rates) =>
        [.. rates.Select(rate => (CreativeId.New(), rate))];

    private static Gen<Rate> AnyRate(int fewest) =>
        from largest in Gen.Elements(5, 50, 1_000, 10_000_000)
        from denominator in Gen.Choose(fewest, largest)
        from numerator in Gen.OneOf(Gen.Choose(0, denominator), Gen.Elements(0, denominator))
        select new Rate(numerator, denominator);
}
