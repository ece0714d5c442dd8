namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Percentages are computed in full and rounded once, where they leave the service.</summary>
public static class Percent
{
    /// <summary>One decimal, half away from zero; what is undefined stays so.</summary>
    public static double? OneDecimal(double? percent) =>
        percent is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : null;
}
