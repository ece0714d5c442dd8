using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Preview of a changed qualification flag; without a value, of the inverted one.</summary>
public sealed record GetStageImpactQuery(Guid StageId, bool? IsQualifiedStage) : IRequest<StageImpact>;

/// <param name="LeadsAffected">Leads whose <c>is_qualified</c> would change: as many as flagging recalculates.</param>
/// <param name="FirstQualifiedMoved">Leads that have passed the stage too: whether and when they ever qualified would change.</param>
/// <param name="Creatives">Creatives with leads in the stage, those with the most leads first.</param>
public sealed record StageImpact(
    bool IsQualifiedStage,
    int LeadsAffected,
    int NewlyQualified,
    int NoLongerQualified,
    int FirstQualifiedMoved,
    IReadOnlyList<CreativeImpact> Creatives
);

/// <param name="CreativeId"><c>unknown</c> gathers the leads that no creative is known for.</param>
/// <param name="RateBefore">Percent with one decimal, of the leads that qualification-stats counts.</param>
public sealed record CreativeImpact(
    string CreativeId,
    string? Title,
    int TotalLeads,
    int QualifiedBefore,
    int QualifiedAfter,
    double RateBefore,
    double RateAfter
)
{
    public static CreativeImpact From(CreativeId? creative, string? title, int leads, int before, int after) =>
        new(CreativeQualification.IdOf(creative), title, leads, before, after, RateOf(before, leads), RateOf(after, leads));

    private static double RateOf(int qualified, int leads) => Percent.OneDecimal(new Rate(qualified, leads).Percent)!.Value;
}
