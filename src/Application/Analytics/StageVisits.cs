using System.Runtime.InteropServices;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Visits that are alike.</summary>
/// <param name="Next">Where they ended; null while they go on.</param>
/// <param name="Seconds">How long they lasted, or have lasted.</param>
public sealed record VisitCount(Stage Stage, Stage? Next, long Seconds, long Visits);

internal static class VisitsOfDays
{
    /// <summary>
    /// Visits of the open stages of a pipeline, alike ones together. The last of a deal has lasted until now; how long leads are won or
    /// lost is of no interest.
    /// </summary>
    public static IEnumerable<VisitCount> Visits(this Cohort cohort, IEnumerable<CohortDay> days, AmoPipelineId pipeline)
    {
        var now = cohort.AsOf.ToUnixTimeSeconds();
        var counts = new Dictionary<(AmoStatusId Status, Stage? Next, long Seconds), long>();
        foreach (var visits in days.SelectMany(day => day.Each.Visits))
            for (var i = 0; i < visits.Length; i++)
            {
                if (visits[i].Stage.Pipeline != pipeline || visits[i].Stage.Status.IsClosing)
                    continue;
                var (next, until) = i + 1 < visits.Length ? (visits[i + 1].Stage, visits[i + 1].Since) : (default(Stage?), now);
                var key = (visits[i].Stage.Status, next, Math.Max(0, until - visits[i].Since));
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }

        return counts.Select(count => new VisitCount(
            new(pipeline, count.Key.Status),
            count.Key.Next,
            count.Key.Seconds,
            count.Value
        ));
    }
}

/// <summary>Visits of the cohort's leads to an open stage of the pipeline, by how they ended.</summary>
/// <param name="Times">In hours; happened means that the stage was left.</param>
public sealed record StageVisits(PipelineStage Stage, IReadOnlyList<TimedOutcome> Times, StageExits Exits)
{
    private const double SecondsOfHour = 3600;

    private enum Exit
    {
        None,
        Forward,
        Back,
        Won,
        Lost,
        Elsewhere,
    }

    /// <summary>In the order of the pipeline; archived stages only where there were visits.</summary>
    public static IEnumerable<StageVisits> From(IReadOnlyCollection<PipelineStage> pipeline, IEnumerable<VisitCount> counts)
    {
        var visits = counts.ToLookup(count => count.Stage);
        var places = pipeline.ToDictionary(stage => stage.Stage, stage => stage.SortOrder);
        return pipeline
            .Where(stage => !stage.StatusId.IsClosing && (!stage.IsArchived || visits.Contains(stage.Stage)))
            .OrderBy(stage => stage.SortOrder)
            .ThenBy(stage => stage.StatusId.Value)
            .Select(stage => From(stage, [.. visits[stage.Stage]], places));
    }

    private static StageVisits From(
        PipelineStage stage,
        IReadOnlyCollection<VisitCount> visits,
        IReadOnlyDictionary<Stage, int> places
    )
    {
        var exits = visits.GroupBy(v => ExitOf(v), v => v.Visits).ToDictionary(exit => exit.Key, exit => exit.Sum());
        return new(
            stage,
            [.. visits.Select(v => new TimedOutcome(v.Seconds / SecondsOfHour, v.Next is not null, v.Visits))],
            new(Count(Exit.Forward), Count(Exit.Back), Count(Exit.Won), Count(Exit.Lost), Count(Exit.Elsewhere))
        );

        long Count(Exit exit) => exits.GetValueOrDefault(exit);

        Exit ExitOf(VisitCount visit) =>
            visit.Next switch
            {
                null => Exit.None,
                { Status: var status } when status == AmoStatusId.Won => Exit.Won,
                { Status: var status } when status == AmoStatusId.Lost => Exit.Lost,
                { Pipeline: var pipeline } when pipeline != stage.PipelineId => Exit.Elsewhere,
                { } next when places.TryGetValue(next, out var place) && place < stage.SortOrder => Exit.Back,
                _ => Exit.Forward,
            };
    }
}
