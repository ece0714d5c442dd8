using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Costs and return of a creative against the targets of its direction; null where there is no target.</summary>
/// <param name="Leads">Judged leads of the days that have spend, of which the figures are.</param>
public sealed record CreativeTargets(long Leads, TargetFigure? Cpql, TargetFigure? Cac, TargetFigure? Romi)
{
    /// <summary>A return is never decided on fewer sales.</summary>
    public const long FewestSales = 5;

    public static readonly CreativeTargets None = new(0, null, null, null);

    public static CreativeTargets From(DirectionTargets goals, PaidLeads paid)
    {
        var perQualified = CostPer.From(paid.Spend, new(paid.Qualified, paid.Leads));
        var perSale = CostPer.From(paid.Spend, new(paid.Won, paid.Leads));
        return new(
            paid.Leads,
            goals.Cpql is { } cpql ? perQualified.Figure(cpql) : null,
            goals.Cac is { } cac ? perSale.Figure(cac) : null,
            goals.Romi is { } romi ? Return(romi, paid, perSale, goals.Cac) : null
        );
    }

    /// <summary>The figures that have a target.</summary>
    public IEnumerable<TargetFigure> All => new[] { Cpql, Cac, Romi }.OfType<TargetFigure>();

    // Amounts of sales have no interval. So a return is decided once the number of sales is: against the goal of CAC, or
    // without one against the CAC at which sales of the average amount would bring just the goal.
    private static TargetFigure Return(decimal goal, PaidLeads paid, CostPer perSale, decimal? cac)
    {
        var romi = new CohortEconomics(paid.Spend, paid.Revenue, paid.Leads, paid.Qualified, paid.Won).Romi;
        var dearest = cac ?? (paid.Won > 0 ? paid.Revenue / paid.Won / (1 + (goal / 100)) : null);
        var isDecided =
            romi is not null && paid.Won >= FewestSales && dearest is { } most && perSale.Against(most) != TargetState.TooEarly;
        var state =
            !isDecided ? TargetState.TooEarly
            : romi >= goal ? TargetState.Met
            : TargetState.Missed;
        return new(goal, romi, null, null, state);
    }
}
