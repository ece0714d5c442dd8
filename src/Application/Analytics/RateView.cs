using System.ComponentModel;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>A share with what it is made of. Percent with one decimal; null when undefined.</summary>
/// <param name="Lo">Lower end of the 95 % interval (Wilson; of judged leads one that holds at every look).</param>
/// <param name="Hi">Upper end of it.</param>
/// <param name="AsOf">The instant it is counted at; what came later is left out.</param>
/// <param name="TooYoung">With mode within: leads that are not so many days old yet, which neither number counts. Else null.</param>
public sealed record RateView(
    long Numerator,
    long Denominator,
    double? Rate,
    double? Lo,
    double? Hi,
    [property: Browsable(false)] RatePopulation Population,
    [property: Browsable(false)] DateTimeOffset AsOf,
    [property: Browsable(false)] long? TooYoung
)
{
    public static RateView From(Rate rate, RatePopulation population, DateTimeOffset asOf, long? tooYoung = null) =>
        new(
            rate.Numerator,
            rate.Denominator,
            Percent.OneDecimal(rate.Percent),
            Percent.OneDecimal(rate.Lo),
            Percent.OneDecimal(rate.Hi),
            population,
            asOf,
            tooYoung
        );

    /// <summary>Of judged leads, with the interval that holds however often it is looked at, instead of Wilson's.</summary>
    public static RateView Judged(Rate rate, DateTimeOffset asOf)
    {
        var interval = AlwaysValidInterval.From(rate);
        return From(rate, RatePopulation.JudgedLeads, asOf) with
        {
            Lo = Percent.OneDecimal(interval?.Lo),
            Hi = Percent.OneDecimal(interval?.Hi),
        };
    }
}

internal static class Rounded
{
    /// <summary>Amounts are rounded to the hundredth.</summary>
    public static decimal? Amount(decimal? amount) => amount is { } a ? Math.Round(a, 2, MidpointRounding.AwayFromZero) : null;

    /// <summary>Times are rounded to the hundredth of their unit.</summary>
    public static double? Time(double? time) => time is { } t ? Math.Round(t, 2, MidpointRounding.AwayFromZero) : null;

    public static double? Percent(decimal? percent) => Domain.Analytics.Percent.OneDecimal((double?)percent);

    public static double? Share(long part, long whole) => Domain.Analytics.Percent.OneDecimal(new Rate(part, whole).Percent);
}
