namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// Cost of each of the leads that count: spend/k, and its interval [spend/(n·hi), spend/(n·lo)] by the interval of their rate
/// k/n that holds at every look.
/// </summary>
/// <param name="Value">Null when none counts.</param>
/// <param name="Hi">Null when the rate may be 0: then there is no upper end.</param>
public sealed record CostPer(decimal? Value, decimal? Lo, decimal? Hi)
{
    public static readonly CostPer Unknown = new(null, null, null);

    public static CostPer From(decimal? spend, Rate rate)
    {
        if (spend is null || AlwaysValidInterval.From(rate) is not { } interval)
            return Unknown;
        return new(Per(rate.Numerator), Per(Leads(interval.Hi)), Per(Leads(interval.Lo)));

        double Leads(double percent) => rate.Denominator * percent / 100;

        decimal? Per(double count) => count > 0 ? spend / (decimal)count : null;
    }

    /// <summary>Met when the whole interval is at or below the goal, missed when it is above.</summary>
    public TargetState Against(decimal goal) =>
        Hi <= goal ? TargetState.Met
        : Lo > goal ? TargetState.Missed
        : TargetState.TooEarly;

    public TargetFigure Figure(decimal goal) => new(goal, Value, Lo, Hi, Against(goal));
}
