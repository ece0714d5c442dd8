namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A sum of amounts. Different currencies are not added: then it is null, as where no amount is known.</summary>
/// <param name="Currency">Null when unknown.</param>
public sealed record MoneySum(decimal? Amount, string? Currency)
{
    public static readonly MoneySum Unknown = new(null, null);

    /// <summary>Nothing came in: that is known, and the same in every currency.</summary>
    public static readonly MoneySum Nothing = new(0, null);

    public static MoneySum From(IReadOnlyCollection<MoneySum> amounts) =>
        amounts.Count > 0
        && amounts.All(a => a.Amount is not null && string.Equals(a.Currency, amounts.First().Currency, StringComparison.Ordinal))
            ? new(amounts.Sum(a => a.Amount), amounts.First().Currency)
            : Unknown;

    /// <summary>The sum as an amount of a currency; null when it is one of another.</summary>
    public decimal? In(string? currency) =>
        Currency is null || currency is null || string.Equals(Currency, currency, StringComparison.Ordinal) ? Amount : null;
}

/// <summary>Spend and revenue of a cohort in one currency; amounts in another are null.</summary>
public sealed record CohortMoney(string? Currency, decimal? Revenue, decimal? Spend)
{
    /// <summary>In the account's currency, unless all there is is in one other.</summary>
    public static CohortMoney From(MoneySum revenue, MoneySum spend, string? ofAccount)
    {
        var found = new[] { revenue.Currency, spend.Currency }.OfType<string>().ToList();
        var currency = found.Count == 0 || (ofAccount is not null && found.Contains(ofAccount)) ? ofAccount : found[0];
        return new(currency, revenue.In(currency), spend.In(currency));
    }
}
