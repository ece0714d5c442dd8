namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// <paramref name="Rate"/> − <paramref name="Other"/> in percentage points (−100…100), with the 95 % hybrid score interval
/// of Newcombe (1998, method 10), which is made of the two Wilson intervals. Undefined when either rate is.
/// </summary>
public sealed record RateDifference(Rate Rate, Rate Other)
{
    public double? Points => Rate.Percent - Other.Percent;
    public double? Lo => Points - Distance(Rate.Percent - Rate.Lo, Other.Hi - Other.Percent);
    public double? Hi => Points + Distance(Rate.Hi - Rate.Percent, Other.Percent - Other.Lo);

    /// <summary>The two differ by more than chance explains. False while either rate is undefined.</summary>
    public bool ExcludesZero => Lo > 0 || Hi < 0;

    private static double? Distance(double? a, double? b) => a is { } x && b is { } y ? Math.Sqrt((x * x) + (y * y)) : null;
}
