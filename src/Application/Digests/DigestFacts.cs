using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Content of a digest before it is put into words.</summary>
/// <param name="Turned">Decisions that were not told yet.</param>
/// <param name="Withdrawn">Told decisions that hold no longer.</param>
/// <param name="IsAnyDecided">True if anything is decided, told or not.</param>
/// <param name="JudgedUntil">The last day whose leads are judged.</param>
internal sealed record DigestFacts(
    string Account,
    DigestDays Days,
    DigestDays Before,
    HeadFigures Head,
    IReadOnlyList<DecisionFact> Turned,
    IReadOnlyList<DecisionFact> Withdrawn,
    bool IsAnyDecided,
    DateOnly JudgedUntil,
    IReadOnlyList<Alert> Alerts
);

/// <summary>Days, both included.</summary>
internal sealed record DigestDays(DateOnly First, DateOnly Last);

/// <summary>Figures of the days, each beside that of as many days before at equal age.</summary>
internal sealed record HeadFigures(
    Compared<long> Leads,
    Compared<long> Qualified,
    Compared<long> Won,
    Compared<decimal> Revenue,
    Compared<decimal> Spend,
    Compared<decimal> Cpl,
    Compared<decimal> Cpql,
    Compared<double> Romi,
    string? Currency,
    string? PreviousCurrency
)
{
    public static HeadFigures From(Summary summary) =>
        new(
            summary.Leads,
            summary.Qualified,
            summary.Won,
            summary.Revenue,
            summary.Spend,
            summary.Cpl,
            summary.Cpql,
            summary.Romi,
            summary.Currency,
            summary.PreviousCurrency
        );
}

/// <summary>A decision with its proof.</summary>
/// <param name="Own">Judged leads of the creative.</param>
/// <param name="Others">Those of the others in its direction.</param>
/// <param name="Figure">Cost or return against its goal; null of a verdict.</param>
/// <param name="Currency">Of the account, in which goals are.</param>
internal sealed record DecisionFact(
    string Title,
    DecisionOn On,
    DecisionState State,
    Rate Own,
    Rate Others,
    TargetFigure? Figure,
    string? Currency
);
