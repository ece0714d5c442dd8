using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>What an ad, or a creative as a whole, cost on one day.</summary>
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
