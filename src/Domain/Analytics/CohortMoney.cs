namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// A sum of amounts. Different currencies are not added: then it is null, as where an amount is not known. 0 is the same in
/// every currency.
/// </summary>
/// <param name="Currency">Null when unknown, or of nothing.</param>
public sealed record MoneySum(decimal? Amount, string? Currency)
{
    public static readonly MoneySum Unknown = new(null, null);

    /// <summary>Nothing came in: that is known, and the same in every currency.</summary>
    public static readonly MoneySum Nothing = new(0, null);

    public static MoneySum From(IReadOnlyCollection<MoneySum> amounts)
    {
        var some = amounts.Where(a => a.Amount != 0).ToList();
        if (some.Count == 0)
            return amounts.Count > 0 ? Nothing : Unknown;
        return some.TrueForAll(a => a.Amount is not null && string.Equals(a.Currency, some[0].Currency, StringComparison.Ordinal))
            ? new(some.Sum(a => a.Amount), some[0].Currency)
            : Unknown;
    }

    /// <summary>The sum as an amount of a currency; null when it is one of another.</summary>
    public decimal? In(string? currency) =>
        Currency is null || currency is null || Amount == 0 || string.Equals(Currency, currency, StringComparison.Ordinal)
            ? Amount
            : null;
}

/// <summary>Spend and revenue of a cohort in one currency; amounts in another are null.</summary>
public sealed record CohortMoney(string? Currency, decimal? Revenue, decimal? Spend)
{
    /// <summary>In the account's currency, unless all there is is in one other.</summary>
    public static CohortMoney From(MoneySum revenue, MoneySum spend, string? ofAccount)
    {
        var found = new[] { revenue, spend }.Where(sum => sum.Amount != 0).Select(sum => sum.Currency).OfType<string>().ToList();
        var currency = found.Count == 0 || (ofAccount is not null && found.Contains(ofAccount)) ? ofAccount : found[0];
        return new(currency, revenue.In(currency), spend.In(currency));
    }
}
