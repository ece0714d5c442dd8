using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Pipelines;

public readonly record struct PipelineStageId(Guid Value) : ITypedId<Guid>
{
    public static PipelineStageId New() => new(Guid.CreateVersion7());
}

/// <summary>A stage as amoCRM reports it at a sync; null changes nothing.</summary>
/// <param name="Type">1 = amoCRM's incoming stage ("unsorted"), 0 = any other.</param>
public sealed record StageDescription(
    Stage Stage,
    string? PipelineName,
    int? PipelineSort,
    string? StatusName,
    string? StatusColor,
    int? SortOrder,
    int? Type,
    bool? IsArchived
);

/// <summary>A stage of a client's pipeline, with the mark a person sets: does a lead here count as qualified?</summary>
public sealed class PipelineStage : ITenantOwned
{
    private PipelineStage() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public PipelineStageId Id { get; private init; }
    public AmoPipelineId PipelineId { get; private init; }
    public AmoStatusId StatusId { get; private init; }
    public string PipelineName { get; private set; } = "";
    public int PipelineSort { get; private set; }
    public string StatusName { get; private set; } = "";
    public string StatusColor { get; private set; } = "";
    public int SortOrder { get; private set; }
    public int StatusType { get; private set; }
    public bool IsQualifiedStage { get; private set; }

    /// <summary>amoCRM no longer returns it, or its pipeline is archived there. Its history stays readable.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>Time of a person's last decision on whether it counts; null before one.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public Stage Stage => new(PipelineId, StatusId);

    /// <summary>
    /// Stages that appeared after the account's first sync and that are undecided. Incoming and closing stages
    /// need no decision.
    /// </summary>
    public static IEnumerable<PipelineStage> AwaitingDecision(IReadOnlyCollection<PipelineStage> ofAccount)
    {
        var firstSync = ofAccount.Count == 0 ? default : ofAccount.Min(s => s.CreatedAt);
        return ofAccount.Where(s =>
            s is { DecidedAt: null, IsArchived: false, StatusType: 0, StatusId.IsClosing: false } && s.CreatedAt > firstSync
        );
    }

    /// <summary>amoCRM's stage of unaccepted deals; programs cannot put deals there.</summary>
    public bool IsIncoming => StatusType == 1;

    /// <summary>A stage never seen before. Won (142) counts as qualified from the start; a person may change that.</summary>
    public static PipelineStage FirstSeen(UserAccountId account, StageDescription seen, DateTimeOffset now)
    {
        var stage = new PipelineStage
        {
            UserAccountId = account,
            Id = PipelineStageId.New(),
            PipelineId = seen.Stage.Pipeline,
            StatusId = seen.Stage.Status,
            IsQualifiedStage = seen.Stage.Status == AmoStatusId.Won,
            CreatedAt = now,
            UpdatedAt = now,
        };
        stage.Describe(seen, now);
        return stage;
    }

    /// <summary>Updates it from amoCRM. The flag a person has set is not amoCRM's to change.</summary>
    public void Describe(StageDescription seen, DateTimeOffset now)
    {
        var told = (
            seen.PipelineName ?? PipelineName,
            seen.PipelineSort ?? PipelineSort,
            seen.StatusName ?? StatusName,
            seen.StatusColor ?? StatusColor,
            seen.SortOrder ?? SortOrder,
            seen.Type ?? StatusType,
            seen.IsArchived ?? false // it is there
        );
        if (told == (PipelineName, PipelineSort, StatusName, StatusColor, SortOrder, StatusType, IsArchived))
            return;

        (PipelineName, PipelineSort, StatusName, StatusColor, SortOrder, StatusType, IsArchived) = told;
        UpdatedAt = now;
    }

    /// <summary>amoCRM no longer returns it. Its pipeline may live on, under another name, as a sibling says.</summary>
    public void Archive(DateTimeOffset now, StageDescription? sibling = null)
    {
        var pipeline = sibling is null
            ? (PipelineName, PipelineSort)
            : (sibling.PipelineName ?? PipelineName, sibling.PipelineSort ?? PipelineSort);
        if (IsArchived && pipeline == (PipelineName, PipelineSort))
            return;

        (PipelineName, PipelineSort) = pipeline;
        IsArchived = true;
        UpdatedAt = now;
    }

    public void MarkQualified(bool qualified, DateTimeOffset now)
    {
        if (IsQualifiedStage == qualified && DecidedAt is not null)
            return;
        (IsQualifiedStage, DecidedAt, UpdatedAt) = (qualified, now, now);
    }
}
