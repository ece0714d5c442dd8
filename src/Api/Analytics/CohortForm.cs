using AmoCrmQualification.Api.Http.Csv;
using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Api.Analytics;

/// <summary>The filter that all figures, and the lists behind them, have in common.</summary>
public sealed record CohortForm : TableForm
{
    /// <summary>First day of the leads' creation, in the account's time zone.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>Last day of it.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    [FromQuery(Name = "directionId")]
    public Guid? DirectionId { get; init; }

    /// <summary>The id of a creative, or "unknown".</summary>
    [FromQuery(Name = "creativeId")]
    public string? CreativeId { get; init; }

    /// <summary>Definition of a qualified lead.</summary>
    [FromQuery(Name = "mode")]
    public QualificationMode? Mode { get; init; }

    /// <summary>With mode "within": in how many days.</summary>
    [FromQuery(Name = "days")]
    public int? Days { get; init; }

    internal CohortFilter ToFilter(Guid account) => new(new(account), From, To, DirectionId, CreativeId, Mode, Days);
}
