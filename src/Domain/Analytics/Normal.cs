namespace AmoCrmQualification.Domain.Analytics;

/// <summary>The standard normal distribution, as far as intervals need it.</summary>
internal static class Normal
{
    /// <summary>97.5 % quantile: two-sided 95 %.</summary>
    public const double Z975 = 1.959963984540054;
}
