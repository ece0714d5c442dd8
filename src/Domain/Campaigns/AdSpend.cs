using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Campaigns;

public readonly record struct AdSpendId(Guid Value) : ITypedId<Guid>
{
    public static AdSpendId New() => new(Guid.CreateVersion7());

    public static bool operator <(AdSpendId a, AdSpendId b) => a.Value < b.Value;

    public static bool operator >(AdSpendId a, AdSpendId b) => a.Value > b.Value;
}

/// <summary>Spend of an ad on one day, or of a creative where single ads are not reported.</summary>
public sealed class AdSpend : ITenantOwned
{
    private AdSpend() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public AdSpendId Id { get; private init; }

    /// <summary>The ad platform's day.</summary>
    public DateOnly Date { get; private init; }

    public string? AdId { get; private init; }

    /// <summary>
    /// Creative of the spend: null as long as the ad's creative is unknown. Once known it stays, as it does with leads, so
    /// that an ad which comes to show something else does not take its past along.
    /// </summary>
    public CreativeId? CreativeId { get; private init; }

    public decimal Spend { get; private init; }

    /// <summary>Null as long as the account's is unknown.</summary>
    public string? Currency { get; private init; }

    public long? Impressions { get; private init; }
    public long? Clicks { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }
}
