using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Api.Leads;

/// <summary>Query parameters of the list of leads, beside the filter of the figures.</summary>
public sealed record LeadsForm
{
    /// <summary>Their current pipeline; with a stage that they reached or were lost from, the pipeline of that stage.</summary>
    [FromQuery(Name = "pipelineId")]
    public long? PipelineId { get; init; }

    /// <summary>Where they are now.</summary>
    [FromQuery(Name = "statusId")]
    public long? StatusId { get; init; }

    /// <summary>By the meaning that mode gives it; now, without one.</summary>
    [FromQuery(Name = "isQualified")]
    public bool? IsQualified { get; init; }

    /// <summary>State of the push to amoCRM: "failed" are those that it has refused.</summary>
    [FromQuery(Name = "amocrmPush")]
    public AmoPush? AmocrmPush { get; init; }

    /// <summary>With a paid sale, or without one.</summary>
    [FromQuery(Name = "won")]
    public bool? Won { get; init; }

    /// <summary>Entered this stage of the pipeline.</summary>
    [FromQuery(Name = "reachedStatusId")]
    public long? ReachedStatusId { get; init; }

    /// <summary>Entered this stage of the pipeline or a later one.</summary>
    [FromQuery(Name = "reachedOrPassedStatusId")]
    public long? ReachedOrPassedStatusId { get; init; }

    /// <summary>Lost now, and in this stage of the pipeline before.</summary>
    [FromQuery(Name = "lostFromStatusId")]
    public long? LostFromStatusId { get; init; }

    /// <summary>Words of name, e-mail and chat id in any order, a phone in any form, the id of the deal, the ad or the lead.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    internal LeadFilter ToFilter(CohortFilter cohort) =>
        new(
            cohort,
            PipelineId,
            StatusId,
            IsQualified,
            AmocrmPush,
            new(Won, ReachedStatusId, ReachedOrPassedStatusId, LostFromStatusId),
            Search
        );
}
