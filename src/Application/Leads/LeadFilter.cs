using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>
/// Leads of an account. Where the question is one that figures answer (a meaning of qualified, or any of
/// <see cref="LeadsBehind"/>), these are the leads that the figure counts: those with a deal that are not deleted.
/// </summary>
/// <param name="StatusId">Where they are now, as <c>PipelineId</c> is unless it belongs to a stage of <paramref name="Behind"/>.</param>
public sealed record LeadFilter(
    CohortFilter Cohort,
    long? PipelineId,
    long? StatusId,
    bool? IsQualified,
    AmoPush? AmocrmPush,
    LeadsBehind Behind,
    string? Search
)
{
    internal bool IsOfFigures => Cohort.Mode is not null || Cohort.Days is not null || Behind != LeadsBehind.NoFigure;
}

/// <summary>Figure that the leads are counted in.</summary>
/// <param name="Won">With a paid sale, or without one.</param>
/// <param name="ReachedStatusId">Entered this stage of the pipeline.</param>
/// <param name="ReachedOrPassedStatusId">Entered this stage of the pipeline or a later one.</param>
/// <param name="LostFromStatusId">Lost now, and in this stage of the pipeline before.</param>
public sealed record LeadsBehind(bool? Won, long? ReachedStatusId, long? ReachedOrPassedStatusId, long? LostFromStatusId)
{
    internal static readonly LeadsBehind NoFigure = new(null, null, null, null);

    internal bool NamesStage => (ReachedStatusId ?? ReachedOrPassedStatusId ?? LostFromStatusId) is not null;
}
