namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Spend of a creative and the days it was spent on.</summary>
/// <param name="Amount">In the account's currency; null where it is not known in that.</param>
public sealed record JudgedSpend(decimal? Amount, IReadOnlySet<DateOnly> Days)
{
    public static readonly JudgedSpend None = new(null, new HashSet<DateOnly>());
}

/// <summary>Sales of the judged leads created on one day, whenever they were closed.</summary>
/// <param name="Revenue">In the account's currency; null as soon as one is not known in that.</param>
public readonly record struct JudgedSales(DateOnly Day, long Won, decimal? Revenue);

/// <summary>Judged leads of a creative that were created on days that have spend, and that spend.</summary>
/// <param name="Won">Leads with a paid sale by now.</param>
public sealed record PaidLeads(decimal? Spend, long Leads, long Qualified, long Won, decimal? Revenue)
{
    public static PaidLeads From(JudgedCreative creative, JudgedSpend spend)
    {
        var days = creative.Days.Where(day => spend.Days.Contains(day.Day)).ToList();
        var sales = creative.Sales.Where(day => spend.Days.Contains(day.Day)).ToList();
        return new(
            spend.Amount,
            days.Sum(day => day.Leads),
            days.Sum(day => day.Qualified),
            sales.Sum(day => day.Won),
            sales.Aggregate((decimal?)0, (sum, day) => sum + day.Revenue)
        );
    }
}
