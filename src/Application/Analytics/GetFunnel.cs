using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Funnel of a cohort in one pipeline.</summary>
public sealed record GetFunnelQuery(CohortFilter Cohort, long? PipelineId) : IRequest<Funnel>, ICohortRequest;

internal sealed class GetFunnelValidator : CohortValidator<GetFunnelQuery>;

public sealed record Funnel(long PipelineId, string PipelineName, IReadOnlyList<FunnelStage> Stages)
{
    public static Funnel From(IReadOnlyList<PipelineStage> stages, IReadOnlyCollection<StagePath> paths, DateTimeOffset asOf) =>
        new(stages[0].PipelineId.Value, stages[0].PipelineName, StagesOf(StageCount.From(stages, paths), asOf));

    private static List<FunnelStage> StagesOf(IReadOnlyList<StageCount> counts, DateTimeOffset asOf)
    {
        StageCount? first = null;
        StageCount? previous = null;
        List<FunnelStage> stages = [];
        foreach (var count in counts)
        {
            var isStep = !count.Stage.IsIncoming && count.Stage.StatusId != AmoStatusId.Lost;
            first ??= isStep ? count : null;
            stages.Add(
                FunnelStage.From(
                    count,
                    isStep ? Conversion(count, previous, RatePopulation.LeadsAtPreviousStage, asOf) : null,
                    isStep ? Conversion(count, first, RatePopulation.LeadsAtFirstStage, asOf) : null
                )
            );
            previous = isStep ? count : previous;
        }
        return stages;
    }

    private static RateView? Conversion(StageCount to, StageCount? from, RatePopulation population, DateTimeOffset asOf) =>
        from is null ? null : RateView.From(new(to.ReachedOrPassed, from.ReachedOrPassed), population, asOf);
}

/// <param name="IsIncoming">amoCRM's stage of unaccepted deals; never the start of a conversion.</param>
/// <param name="Reached">Leads that entered the stage.</param>
/// <param name="ReachedOrPassed">Leads that entered it or a later one; from stage to stage it never rises.</param>
/// <param name="Current">Leads that are there now: the snapshot, not the way.</param>
/// <param name="LostFrom">Leads that are lost now and were there before.</param>
/// <param name="ConversionFromPrevious">Of those that reached or passed the stage before; null where nothing is before.</param>
/// <param name="ConversionFromFirst">Of those that reached or passed the first stage.</param>
public sealed record FunnelStage(
    long StatusId,
    string StatusName,
    string StatusColor,
    int SortOrder,
    bool IsIncoming,
    bool IsArchived,
    long Reached,
    long ReachedOrPassed,
    long Current,
    long LostFrom,
    RateView? ConversionFromPrevious,
    RateView? ConversionFromFirst
)
{
    internal static FunnelStage From(StageCount count, RateView? fromPrevious, RateView? fromFirst) =>
        new(
            count.Stage.StatusId.Value,
            count.Stage.StatusName,
            count.Stage.StatusColor,
            count.Stage.SortOrder,
            count.Stage.IsIncoming,
            count.Stage.IsArchived,
            count.Reached,
            count.ReachedOrPassed,
            count.Current,
            count.LostFrom,
            fromPrevious,
            fromFirst
        );
}
