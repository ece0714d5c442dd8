using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Context of a file: the account's currency, time zone, latest day and ads, and the unit of amounts.</summary>
/// <param name="Currency">The account's; null as long as it is unknown.</param>
/// <param name="Zone">Where its days are days.</param>
/// <param name="Latest">No day is later.</param>
/// <param name="Unit">The unit of amounts, where the sender said it.</param>
internal sealed record SpendSetting(string? Currency, TimeZoneInfo Zone, DateOnly Latest, AmountUnit? Unit = null)
{
    private const decimal Million = 1_000_000;

    /// <summary>The account's ads by their names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AdsByName { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public decimal Scale(decimal amount) => Unit == AmountUnit.Micros ? amount / Million : amount;
}
