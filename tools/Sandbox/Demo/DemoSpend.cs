namespace AmoCrmQualification.Sandbox.Demo;

/// <param name="DailyBudget">What the client lets it cost on an ordinary day.</param>
/// <param name="ClickPrice">What the platform takes for a click.</param>
/// <param name="ClickRate">Clicks of a hundred impressions.</param>
internal sealed record DemoBudget(int DailyBudget, double ClickPrice, double ClickRate);

internal sealed record DemoSpendRow(DateOnly Date, string AdId, decimal Spend, int Impressions, int Clicks);

/// <summary>Ad spend of the 90 days before `anchor`: budgets that are not quite kept, and less at the weekend.</summary>
internal static class DemoSpend
{
    private const int Seed = 20_27;

    public static IReadOnlyList<DemoSpendRow> For(DateTimeOffset anchor)
    {
        var random = new Random(Seed);
        var last = DateOnly.FromDateTime(anchor.UtcDateTime);
        return
        [
            .. from back in Enumerable.Range(0, DemoPlan.Days)
            from creative in DemoCast.Creatives
            select Day(last.AddDays(-back), creative, random),
        ];
    }

    private static DemoSpendRow Day(DateOnly date, DemoCreative creative, Random random)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1;
        var spend = creative.Budget.DailyBudget * weekend * (0.8 + 0.4 * random.NextDouble());
        var clicks = (int)(spend / (creative.Budget.ClickPrice * (0.85 + 0.3 * random.NextDouble())));
        var impressions = (int)(clicks * 100 / (creative.Budget.ClickRate * (0.85 + 0.3 * random.NextDouble())));
        return new(date, creative.AdId, Math.Round((decimal)spend, 2), impressions, clicks);
    }
}
