namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A figure against its goal; nothing is said before it can be.</summary>
public enum TargetState
{
    TooEarly,
    Met,
    Missed,
}

/// <summary>A figure of the judged leads of days that have spend, against its goal.</summary>
/// <param name="Value">Null where it is not known, as of nothing.</param>
/// <param name="Lo">Lower end of the interval that holds at every look; null where there is none.</param>
/// <param name="Hi">Upper end of it; null where there is none, as of costs without anything bought.</param>
public sealed record TargetFigure(decimal Goal, decimal? Value, decimal? Lo, decimal? Hi, TargetState State);
