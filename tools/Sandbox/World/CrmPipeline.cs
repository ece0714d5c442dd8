namespace AmoCrmQualification.Sandbox.World;

/// <summary>142 and 143 exist in every pipeline under the same ids; only the pair (pipeline, status) names a stage.</summary>
public sealed record CrmStage(long Id, string Name, int Sort, string Color, int Type = 0)
{
    public const long Won = 142;
    public const long Lost = 143;

    internal bool IsSystem => Type == 1 || Id is Won or Lost;
}

public sealed record CrmPipeline(long Id, string Name, int Sort, bool IsMain, bool IsArchive, IReadOnlyList<CrmStage> Stages)
{
    /// <summary>First stage of a deal made by hand: the first that is not the incoming one.</summary>
    public CrmStage First => Stages.First(s => !s.IsSystem);

    public CrmStage Unsorted => Stages.First(s => s.Type == 1);

    /// <summary>The id of the stage with that name.</summary>
    public long this[string stageName] => Stages.Single(s => s.Name == stageName).Id;
}

public sealed record NewStage(string Name, long? Id = null, string? Color = null, int? Sort = null);

public sealed record NewPipeline(string Name, IReadOnlyList<NewStage>? Stages = null, long? Id = null, int? Sort = null);

public sealed record CrmLossReason(long Id, string Name, int Sort, long CreatedAt);
