using System.Text.Json;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Leads;

/// <summary>The way of a lead through the stages, oldest first.</summary>
public sealed record GetLeadHistoryQuery(Guid Lead) : IRequest<LeadHistory>;

public sealed record LeadHistory(IReadOnlyList<StatusHistoryItem> History);

/// <param name="IsQualifiedStage">Whether the stage it came to counts as qualified today.</param>
/// <param name="WebhookData">The entity as amoCRM sent it.</param>
public sealed record StatusHistoryItem(
    Guid Id,
    long AmocrmLeadId,
    long? FromPipelineId,
    long? FromStatusId,
    string? FromStatusName,
    long ToPipelineId,
    long ToStatusId,
    string? ToStatusName,
    bool IsQualifiedStage,
    DateTimeOffset ChangedAt,
    DateTimeOffset ReceivedAt,
    ReportSource Source,
    JsonElement? WebhookData
);

internal sealed class GetLeadHistoryHandler(IAppDbContext db, ICaller caller) : IRequestHandler<GetLeadHistoryQuery, LeadHistory>
{
    public async Task<LeadHistory> Handle(GetLeadHistoryQuery query, CancellationToken cancellationToken)
    {
        var id = new LeadId(query.Lead);
        var lead =
            await db
                .Leads.AcrossAccounts(OwnerLookup.Reason)
                .Where(l => l.Id == id)
                .Select(l => new { l.UserAccountId, l.AmocrmLeadId })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        if (lead.AmocrmLeadId is not { } deal)
            return new([]);

        var entries = await db
            .StatusHistory.AsNoTracking()
            .Where(h => h.UserAccountId == lead.UserAccountId && h.AmocrmLeadId == deal)
            .ToListAsync(cancellationToken);
        var stages = await db
            .PipelineStages.AsNoTracking()
            .Where(s => s.UserAccountId == lead.UserAccountId)
            .ToListAsync(cancellationToken);

        var directory = new StageDirectory(stages);
        return new([
            .. entries.OrderBy(e => e.ChangedAt.ToUnixTimeSeconds()).ThenBy(e => e.OrderInSecond).Select(e => Row(e, directory)),
        ]);
    }

    private StatusHistoryItem Row(StatusHistoryRow entry, StageDirectory stages)
    {
        var fromPipeline = entry.FromPipelineId ?? stages.OnlyPipelineOf(entry.FromStatusId);
        var to = stages.Find(entry.ToPipelineId, entry.ToStatusId);
        return new(
            entry.Id,
            entry.AmocrmLeadId.Value,
            fromPipeline?.Value,
            entry.FromStatusId?.Value,
            stages.Find(fromPipeline, entry.FromStatusId)?.StatusName,
            entry.ToPipelineId.Value,
            entry.ToStatusId.Value,
            to?.StatusName,
            to?.IsQualifiedStage ?? false,
            entry.ChangedAt,
            entry.ReceivedAt,
            entry.Source,
            caller.SeesContacts && entry.WebhookData is { } json ? JsonElement.Parse(json) : null
        );
    }
}

/// <summary>Finds stages of one account by what history knows of them.</summary>
internal sealed class StageDirectory(IReadOnlyList<PipelineStage> stages)
{
    private readonly Dictionary<Stage, PipelineStage> _byStage = stages.ToDictionary(s => s.Stage);

    public PipelineStage? Find(AmoPipelineId? pipeline, AmoStatusId? status) =>
        pipeline is { } p && status is { } s ? _byStage.GetValueOrDefault(new(p, s)) : null;

    /// <summary>The pipeline of a status that exists in one only; never of 142 and 143, which exist in all.</summary>
    public AmoPipelineId? OnlyPipelineOf(AmoStatusId? status)
    {
        if (status is not { IsClosing: false })
            return null;
        var found = stages.Where(s => s.StatusId == status).Take(2).ToList();
        return found.Count == 1 ? found[0].PipelineId : null;
    }
}
