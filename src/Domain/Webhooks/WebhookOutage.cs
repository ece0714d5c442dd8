using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Webhooks;

/// <summary>
/// An account whose webhooks have stopped longer than chance explains: were they to come as they usually do at these
/// hours of the week, so long a gap would be improbable.
/// </summary>
public sealed class WebhookOutage : ITenantOwned
{
    /// <summary>Deliveries come independently of each other, so P(none | λ expected) = e^-λ (Poisson).</summary>
    public const double Improbable = 0.001;

    private WebhookOutage() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>The last delivery.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Expected number of deliveries since.</summary>
    public double Expected { get; private init; }

    public DateTimeOffset DetectedAt { get; private init; }

    /// <summary>The hour that had the same time of day and week so many weeks before; the clocks may have been changed since.</summary>
    public static DateTimeOffset SameHour(DateTimeOffset slot, int weeks, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(slot, zone).DateTime.AddDays(-7 * weeks);
        var instant = local - zone.GetUtcOffset(local);
        return new(instant.Year, instant.Month, instant.Day, instant.Hour, 0, 0, TimeSpan.Zero);
    }

    /// <summary>With so many expected and none come, it is no chance.</summary>
    public static double SignificantExpectation => -Math.Log(Improbable);
}
