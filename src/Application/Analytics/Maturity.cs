namespace AmoCrmQualification.Application.Analytics;

internal static class Maturity
{
    /// <summary>Leads created until then are mature; null when the time they take is unknown.</summary>
    public static DateTimeOffset? MatureBefore(this Cohort cohort, double? p90Days) =>
        p90Days is { } days ? cohort.Now - TimeSpan.FromDays(days) : null;
}
