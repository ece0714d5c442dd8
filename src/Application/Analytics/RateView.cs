using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>A share with what it is made of. Percent with one decimal; null when undefined.</summary>
/// <param name="Lo">Lower end of the 95 % interval (Wilson; of judged leads one that holds at every look).</param>
/// <param name="Hi">Upper end of it.</param>
public sealed record RateView(long Numerator, long Denominator, double? Rate, double? Lo, double? Hi)
{
    public static RateView From(Rate rate) =>
        new(
            rate.Numerator,
            rate.Denominator,
            Percent.OneDecimal(rate.Percent),
            Percent.OneDecimal(rate.Lo),
            Percent.OneDecimal(rate.Hi)
        );

    /// <summary>With the interval that holds however often it is looked at, instead of Wilson's.</summary>
    public static RateView AlwaysValid(Rate rate)
    {
        var interval = AlwaysValidInterval.From(rate);
        return From(rate) with { Lo = Percent.OneDecimal(interval?.Lo), Hi = Percent.OneDecimal(interval?.Hi) };
    }

    public static RateView From(long numerator, long denominator) => From(new Rate(numerator, denominator));
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
