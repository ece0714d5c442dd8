using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>
/// The figures of a cohort in one look, each beside that of as many days before at equal age. Without a first day there is no period
/// before; without a last one it goes to today.
/// </summary>
public sealed record GetSummaryQuery(CohortFilter Cohort) : IRequest<Summary>, ICohortRequest;

internal sealed class GetSummaryValidator : CohortValidator<GetSummaryQuery>;

/// <param name="Currency">Of all amounts of the period; those in another are null.</param>
/// <param name="DataAsOf">Until when it is known what happened in amoCRM: its latest delivery, or the latest reconciliation.</param>
/// <param name="QualifiedNow">Of the leads of the period: in a flagged stage now, whatever the mode.</param>
/// <param name="QualifiedEver">Of the leads of the period: ever in a flagged stage, whatever the mode.</param>
/// <param name="Revenue">Of the leads created in the period, whenever their sales were closed.</param>
/// <param name="SpendDays">
/// Days of the period, of <c>Days</c>, that have spend. CPL, CPQL, CAC and ROMI are of the leads of these days alone:
/// <c>LeadsWithSpend</c>, and of what they brought; with mode within CPQL is of those days all of whose leads are old enough.
/// </param>
/// <param name="WonWithoutAmount">Won leads whose sale has no known amount; the revenue is null with any.</param>
/// <param name="Cash">The other view: sales that were closed in the period, whenever their leads were created.</param>
public sealed record Summary(
    SummaryPeriod Period,
    SummaryPeriod? PreviousPeriod,
    ComparedAt ComparedAt,
    DateTimeOffset? DataAsOf,
    string? Currency,
    string? PreviousCurrency,
    Compared<long> Leads,
    Compared<long> Qualified,
    long QualifiedNow,
    long QualifiedEver,
    ComparedRate Qualification,
    Compared<long> Won,
    ComparedRate Conversion,
    Compared<decimal> Revenue,
    Compared<decimal> Spend,
    Compared<int> SpendDays,
    Compared<int> Days,
    Compared<long> LeadsWithSpend,
    Compared<decimal> RevenueWithSpend,
    Compared<long> WonWithoutAmount,
    Compared<decimal> Cpl,
    Compared<decimal> Cpql,
    Compared<decimal> Cac,
    Compared<double> Romi,
    CashSummary Cash,
    IReadOnlyList<MoneyView> SpendByCurrency
);

/// <summary>How two periods are compared.</summary>
public enum ComparedAt
{
    /// <summary>
    /// The period before is counted as it stood when its leads were as old as those of the period are now: what came later is
    /// left out.
    /// </summary>
    EqualAge,
}

/// <summary>Days, both included; an open end is null.</summary>
public sealed record SummaryPeriod(DateOnly? From, DateOnly? To);

/// <summary>A figure and that of the period before; null where it is not known.</summary>
public sealed record Compared<T>(T? Value, T? Previous)
    where T : struct;

/// <summary>A rate and that of the period before.</summary>
public sealed record ComparedRate(RateView Value, RateView? Previous);

/// <summary>Sales by the day they were closed.</summary>
public sealed record CashSummary(Compared<long> WonDeals, Compared<decimal> Revenue);

internal sealed class GetSummaryHandler(CohortReader cohorts, SummaryReader summaries) : IRequestHandler<GetSummaryQuery, Summary>
{
    public async Task<Summary> Handle(GetSummaryQuery query, CancellationToken cancellationToken) =>
        await summaries.ReadAsync(await cohorts.ReadAsync(query.Cohort, cancellationToken), cancellationToken);
}
