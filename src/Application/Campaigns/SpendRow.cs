using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Spend of an ad, or of a creative as a whole, on one day.</summary>
public sealed record SpendRow(
    int Line,
    DateOnly Date,
    string? AdId,
    CreativeId? CreativeId,
    decimal Spend,
    string? Currency,
    long? Impressions,
    long? Clicks,
    string? AdName = null
)
{
    /// <summary>Both together.</summary>
    internal SpendRow Plus(SpendRow other) =>
        this with
        {
            Spend = Spend + other.Spend,
            Impressions = Sum(Impressions, other.Impressions),
            Clicks = Sum(Clicks, other.Clicks),
            AdName = AdName ?? other.AdName,
        };

    private static long? Sum(long? one, long? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);
}
