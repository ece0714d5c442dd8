namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// A share with what it is made of. Percentages are 0–100 and unrounded; of none there is no rate, which is
/// <see langword="null"/> and never 0.
/// </summary>
public sealed record Rate
{
    /// <exception cref="ArgumentOutOfRangeException">The numerator is no part of the denominator.</exception>
    public Rate(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        (Numerator, Denominator) = (numerator, denominator);
    }

    public long Numerator { get; }
    public long Denominator { get; }

    public double? Percent => Denominator == 0 ? null : 100.0 * Numerator / Denominator;

    /// <summary>Lower end of the 95 % interval of Wilson (1927), in percent. Exactly 0 when none counts.</summary>
    public double? Lo => Wilson(-1);

    /// <summary>Upper end, in percent. Exactly 100 when everybody counts.</summary>
    public double? Hi => Numerator == Denominator && Denominator > 0 ? 100 : Wilson(+1);

    /// <summary>Both together, as one population.</summary>
    public static Rate operator +(Rate a, Rate b) => new(a.Numerator + b.Numerator, a.Denominator + b.Denominator);

    /// <summary>Subtracts a part.</summary>
    public static Rate operator -(Rate whole, Rate part) =>
        new(whole.Numerator - part.Numerator, whole.Denominator - part.Denominator);

    private double? Wilson(int side)
    {
        if (Denominator == 0)
            return null;

        const double z2 = Normal.Z975 * Normal.Z975;
        double k = Numerator;
        double n = Denominator;
        var halfWidth = Normal.Z975 * Math.Sqrt((k * (n - k) / n) + (z2 / 4));
        return 100 * (k + (z2 / 2) + (side * halfWidth)) / (n + z2);
    }
}
