namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Spend and revenue of the leads created on the days that have spend: costs of other leads are not known. All amounts are of
/// one currency; one that is not known, as a sum over currencies without a rate, is <see langword="null"/> and so is what
/// follows from it.
/// </summary>
/// <param name="Spend">On advertising in these days; <see langword="null"/> is not known, 0 is free.</param>
/// <param name="Revenue">Of these leads' paid sales, whenever they were closed.</param>
public sealed record CohortEconomics(decimal? Spend, decimal? Revenue, long Leads, long Qualified, long Won)
{
    /// <summary>
    /// The spend that qualified leads cost: where leads have to be of some age, that of the days all of whose leads are.
    /// </summary>
    public decimal? SpendOldEnough { get; init; } = Spend;

    /// <summary>Spend per lead.</summary>
    public decimal? Cpl => Per(Leads);

    /// <summary>Spend per qualified lead.</summary>
    public decimal? Cpql => Qualified == 0 ? null : SpendOldEnough / Qualified;

    /// <summary>Spend per lead that bought.</summary>
    public decimal? Cac => Per(Won);

    /// <summary>Percent: what came back beyond the spend. −100 when nothing did.</summary>
    public decimal? Romi => Spend is null or 0 ? null : 100 * (Revenue - Spend) / Spend;

    private decimal? Per(long count) => count == 0 ? null : Spend / count;
}
