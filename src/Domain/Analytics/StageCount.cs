using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Leads that went one way: through the same stages of a pipeline, to the same place.</summary>
/// <param name="Current">The stage of this pipeline they are in now; null when they are in another.</param>
/// <param name="LostFrom">Of leads that are lost here now: the stage before.</param>
public sealed record StagePath(IReadOnlyCollection<AmoStatusId> Reached, AmoStatusId? Current, AmoStatusId? LostFrom, long Leads);

/// <summary>Number of a cohort's leads that reached a stage of their pipeline.</summary>
/// <param name="Reached">Leads that entered the stage.</param>
/// <param name="ReachedOrPassed">Leads that entered it or one that sorts after it. Being lost passes nothing, being won everything.</param>
/// <param name="Current">Leads that are there now.</param>
/// <param name="LostFrom">Leads that are lost now and were there before.</param>
public sealed record StageCount(PipelineStage Stage, long Reached, long ReachedOrPassed, long Current, long LostFrom)
{
    /// <summary>In the order of the pipeline, won and lost at the end; archived stages only where leads were.</summary>
    public static IReadOnlyList<StageCount> From(IEnumerable<PipelineStage> stages, IReadOnlyCollection<StagePath> paths)
    {
        var inOrder = stages.OrderBy(Place).ThenBy(stage => stage.StatusId.Value).ToList();
        var places = inOrder.Where(stage => stage.StatusId != AmoStatusId.Lost).ToDictionary(stage => stage.StatusId, Place);
        var reached = Sum(paths.SelectMany(path => path.Reached, (path, status) => (status, path.Leads)));
        var current = Sum(paths.Where(path => path.Current is not null).Select(path => (path.Current!.Value, path.Leads)));
        var lostFrom = Sum(paths.Where(path => path.LostFrom is not null).Select(path => (path.LostFrom!.Value, path.Leads)));
        var furthest = Sum(
            paths.Select(path =>
                (
                    Furthest: path.Reached.Where(places.ContainsKey).Select(s => places[s]).DefaultIfEmpty(Nowhere).Max(),
                    path.Leads
                )
            )
        );

        return
        [
            .. inOrder
                .Select(stage => new StageCount(
                    stage,
                    reached.GetValueOrDefault(stage.StatusId),
                    places.TryGetValue(stage.StatusId, out var place)
                        ? furthest.Where(f => f.Key.CompareTo(place) >= 0).Sum(f => f.Value)
                        : 0,
                    current.GetValueOrDefault(stage.StatusId),
                    lostFrom.GetValueOrDefault(stage.StatusId)
                ))
                .Where(count => !count.Stage.IsArchived || count.Reached > 0 || count.Current > 0),
        ];
    }

    private static readonly (int Closing, int Sort) Nowhere = (-1, 0);

    /// <summary>Stages of one place sort alike: who entered one has passed neither, or both.</summary>
    private static (int Closing, int Sort) Place(PipelineStage stage) =>
        stage.StatusId == AmoStatusId.Lost ? (2, 0)
        : stage.StatusId == AmoStatusId.Won ? (1, 0)
        : (0, stage.SortOrder);

    private static Dictionary<TKey, long> Sum<TKey>(IEnumerable<(TKey Key, long Leads)> leads)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, long>();
        foreach (var (key, count) in leads)
            sums[key] = sums.GetValueOrDefault(key) + count;
        return sums;
    }
}
