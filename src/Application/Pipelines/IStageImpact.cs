using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Counts what a recalculation would change, by the same rules, and changes nothing.</summary>
public interface IStageImpact
{
    Task<QualificationChange> OfFlaggingAsync(
        UserAccountId account,
        Stage stage,
        bool isQualifiedStage,
        CancellationToken cancellationToken
    );
}

/// <param name="Gained">Leads that would become qualified.</param>
/// <param name="Lost">Leads that would no longer be.</param>
/// <param name="FirstQualifiedMoved">Leads that would have another moment of first qualification, or none, or one at last.</param>
public sealed record QualificationChange(int Gained, int Lost, int FirstQualifiedMoved, IReadOnlyList<CreativeChange> Creatives);

/// <summary>A creative that has leads in the stage; counted as the statistics count. Null gathers leads without one.</summary>
public sealed record CreativeChange(CreativeId? Creative, string? Title, int Leads, int QualifiedBefore, int QualifiedAfter);
