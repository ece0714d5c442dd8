using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>The judged leads against the targets of the direction; null where it has no target.</summary>
/// <param name="Leads">Judged leads of the days that have spend of the creative: the figures are of these.</param>
/// <param name="Cpql">Spend per qualified lead.</param>
/// <param name="Cac">Spend per lead that bought by now.</param>
/// <param name="Romi">Percent. Decided once the number of sales is, and on no fewer than five; it has no interval.</param>
public sealed record TargetsView(long Leads, TargetView? Cpql, TargetView? Cac, TargetView? Romi)
{
    internal static TargetsView From(CreativeTargets targets) =>
        new(
            targets.Leads,
            TargetView.From(targets.Cpql, Rounded.Amount),
            TargetView.From(targets.Cac, Rounded.Amount),
            TargetView.From(targets.Romi, percent => (decimal?)Rounded.Percent(percent))
        );
}

/// <param name="Value">In the account's currency; null where it is not known in that.</param>
/// <param name="Lo">Lower end of the interval that holds at every look.</param>
/// <param name="Hi">Upper end of it; null where there is none yet.</param>
/// <param name="State">Met or missed once the whole interval is.</param>
public sealed record TargetView(decimal Goal, decimal? Value, decimal? Lo, decimal? Hi, TargetState State)
{
    internal static TargetView? From(TargetFigure? figure, Func<decimal?, decimal?> round) =>
        figure is null ? null : new(figure.Goal, round(figure.Value), round(figure.Lo), round(figure.Hi), figure.State);
}
