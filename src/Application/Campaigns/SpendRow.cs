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
    long? Clicks
);
