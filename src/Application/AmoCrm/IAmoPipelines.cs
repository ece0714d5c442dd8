using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.AmoCrm;

/// <param name="Pipelines">How many pipelines amoCRM returned, those without stages included.</param>
/// <param name="Incomplete">Pipelines of which stages may be missing.</param>
/// <param name="IsEveryPipelineRead">Else one that is missing may be there.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record AmoPipelines(
    int Pipelines,
    IReadOnlyList<StageDescription> Stages,
    IReadOnlySet<AmoPipelineId> Incomplete,
    bool IsEveryPipelineRead,
    IReadOnlyList<string> Skipped
)
{
    private readonly HashSet<AmoPipelineId> _told = [.. Stages.Select(s => s.Stage.Pipeline)];

    /// <summary>amoCRM no longer returns it; not where it may only have been unreadable.</summary>
    public bool IsGone(Stage stage) =>
        !Incomplete.Contains(stage.Pipeline) && (IsEveryPipelineRead || _told.Contains(stage.Pipeline));
}

public interface IAmoPipelines
{
    /// <summary>All pipelines of the account's amoCRM, with their stages.</summary>
    Task<AmoPipelines> GetAsync(UserAccountId account, CancellationToken cancellationToken);
}
