using System.ComponentModel;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Pipelines;
using AmoCrmQualification.Domain.Analytics;
using ModelContextProtocol.Server;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>Figures of an account's leads, as the routes of the same names give them.</summary>
internal sealed class FigureTools(AccountAccess access, IMediator mediator)
{
    private const string Account = "Id of the account, from list_accounts.";
    private const string From = "First day of the leads' creation, as 2026-03-31, in the account's time zone; open when missing.";
    private const string To = "Last day of it, included.";
    private const string Mode =
        "What counts as qualified: ever (default), current, reached_or_passed, within (needs days) or judged.";
    private const string Days = "With mode within: in how many days.";
    private const string Direction = "Id of a direction; all when missing.";
    private const string Creative = "Id of a creative, or unknown; all when missing.";
    private const string Pipeline = "Id of a pipeline at amoCRM; where the account has several and none is given, they are told.";

    [McpServerTool(
        Name = "compare_creatives",
        Title = "Compare creatives",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        """
            Leads, qualified leads, sales, spend and the verdict of each creative against the others of its direction, by leads of equal
            age on equal days. Only what is decided is ranked; why the rest is not is said with it. Most leads first, a page at a time.
            """
    )]
    public async Task<CreativeComparison> CompareCreatives(
        [Description(Account)] Guid userAccountId,
        [Description(From)] DateOnly? from = null,
        [Description(To)] DateOnly? to = null,
        [Description(Mode)] QualificationMode? mode = null,
        [Description(Days)] int? days = null,
        [Description(Direction)] Guid? directionId = null,
        [Description(Creative)] string? creativeId = null,
        [Description("Creatives a page, 1 to 100; 20 by default.")] int? limit = null,
        [Description("next_cursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        CohortFilter filter = new(new(userAccountId), from, to, directionId, creativeId, mode, days);
        return CreativeComparison.From(
            await AskAsync(new CompareCreativesQuery(filter), filter, cancellationToken),
            new(limit, cursor)
        );
    }

    [McpServerTool(Name = "funnel", Title = "Funnel", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Leads that reached each stage of a pipeline, where they are now and where they were lost, with conversions.")]
    public async Task<Funnel> Funnel(
        [Description(Account)] Guid userAccountId,
        [Description(Pipeline)] long? pipelineId = null,
        [Description(From)] DateOnly? from = null,
        [Description(To)] DateOnly? to = null,
        [Description(Direction)] Guid? directionId = null,
        [Description(Creative)] string? creativeId = null,
        CancellationToken cancellationToken = default
    )
    {
        CohortFilter filter = new(new(userAccountId), from, to, directionId, creativeId);
        await access.CheckAsync(filter.Account, cancellationToken);
        var pipeline = pipelineId ?? await OnlyPipelineAsync(filter.Account, cancellationToken);
        return await mediator.Send(new GetFunnelQuery(filter, pipeline), cancellationToken);
    }

    [McpServerTool(Name = "trends", Title = "Trends", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "Leads, qualified leads, sales and spend by the day, week or month of the leads' creation; partial intervals are marked."
    )]
    public Task<Trends> Trends(
        [Description(Account)] Guid userAccountId,
        [Description("day, week or month; by the period's length when missing.")] TrendInterval? interval = null,
        [Description(From)] DateOnly? from = null,
        [Description(To)] DateOnly? to = null,
        [Description(Mode)] QualificationMode? mode = null,
        [Description(Days)] int? days = null,
        [Description(Direction)] Guid? directionId = null,
        [Description(Creative)] string? creativeId = null,
        CancellationToken cancellationToken = default
    )
    {
        CohortFilter filter = new(new(userAccountId), from, to, directionId, creativeId, mode, days);
        return AskAsync(new GetTrendsQuery(filter, interval), filter, cancellationToken);
    }

    [McpServerTool(Name = "maturity", Title = "Maturity", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description("Share of leads that qualified by their age in days: tells how long to wait before leads can be judged.")]
    public Task<MaturityFigures> Maturity(
        [Description(Account)] Guid userAccountId,
        [Description(From)] DateOnly? from = null,
        [Description(To)] DateOnly? to = null,
        [Description(Direction)] Guid? directionId = null,
        [Description(Creative)] string? creativeId = null,
        CancellationToken cancellationToken = default
    )
    {
        CohortFilter filter = new(new(userAccountId), from, to, directionId, creativeId);
        return AskAsync(new GetMaturityQuery(filter), filter, cancellationToken);
    }

    // No other tool tells the pipelines of an account.
    private async Task<long> OnlyPipelineAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var pipelines = (await mediator.Send(new GetPipelinesQuery(account), cancellationToken)).Pipelines;
        if (pipelines is [var only])
            return only.PipelineId;
        var named = string.Join(", ", pipelines.Select(pipeline => $"{pipeline.PipelineId} {pipeline.PipelineName}"));
        throw new DomainException(
            Refusal.Invalid("pipelineId", Reasons.PipelineMissing, $"A pipeline must be named by pipelineId. There are: {named}.")
        );
    }

    private async Task<T> AskAsync<T>(IRequest<T> query, CohortFilter filter, CancellationToken cancellationToken)
    {
        await access.CheckAsync(filter.Account, cancellationToken);
        return await mediator.Send(query, cancellationToken);
    }
}
