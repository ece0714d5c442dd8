using System.ComponentModel;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Leads;
using ModelContextProtocol.Server;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>Single leads, and leads that no creative is known for.</summary>
internal sealed class LeadTools(AccountAccess access, IMediator mediator)
{
    [McpServerTool(
        Name = "explain_lead",
        Title = "Explain a lead",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "A lead with its marks, the rule and the mark that gave it its creative, and its way through the stages, oldest first."
    )]
    public async Task<ExplainedLead> ExplainLead(
        [Description("Id of the lead.")] Guid id,
        CancellationToken cancellationToken = default
    )
    {
        var lead = await mediator.Send(new GetLeadQuery(id), cancellationToken);
        var history = await mediator.Send(new GetLeadHistoryQuery(id), cancellationToken);
        return new(lead, [.. history.History.Select(LeadStep.From)]);
    }

    [McpServerTool(
        Name = "why_no_attribution",
        Title = "Why leads have no creative",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        """
            Values that leads without a creative bear, most leads first, a page at a time; how many leads bear each mark and how many of
            them got a creative by it; and parameters that an ad platform did not fill in, such as {{ad.id}}.
            """
    )]
    public async Task<MissingAttribution> WhyNoAttribution(
        [Description("Id of the account, from list_accounts.")] Guid userAccountId,
        [Description("First day of the leads' creation, as 2026-03-31; open when missing.")] DateOnly? from = null,
        [Description("Last day of it, included.")] DateOnly? to = null,
        [Description("Values a page, 1 to 100; 20 by default.")] int? limit = null,
        [Description("next_cursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        CohortFilter filter = new(new(userAccountId), from, to);
        await access.CheckAsync(filter.Account, cancellationToken);
        var unmatched = await mediator.Send(new GetUnmatchedMarksQuery(filter), cancellationToken);
        var coverage = await mediator.Send(new GetMarkCoverageQuery(filter), cancellationToken);
        var page = new ListPart(limit, cursor).Cut(unmatched.Items);
        return new(page.Items, page.NextCursor, coverage.Items, coverage.Unfilled);
    }
}

/// <summary>A lead, why it belongs to its creative, and its way.</summary>
internal sealed record ExplainedLead(LeadView Lead, IReadOnlyList<LeadStep> History);

/// <summary>A change of stage.</summary>
internal sealed record LeadStep(string? FromStatusName, string? ToStatusName, bool IsQualifiedStage, DateTimeOffset ChangedAt)
{
    public static LeadStep From(StatusHistoryItem item) =>
        new(item.FromStatusName, item.ToStatusName, item.IsQualifiedStage, item.ChangedAt);
}

/// <summary>Values of leads without a creative, all leads by the marks they bear, and parameters nobody filled in.</summary>
internal sealed record MissingAttribution(
    IReadOnlyList<UnmatchedMark> Unmatched,
    string? NextCursor,
    IReadOnlyList<CoveredMark> Marks,
    IReadOnlyList<UnfilledMark> Unfilled
);
