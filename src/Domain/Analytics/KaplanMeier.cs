namespace AmoCrmQualification.Domain.Analytics;

/// <summary>
/// The share of the observed to whom something has happened by a time, when some were watched for less (Kaplan and Meier
/// 1958): F(t) = 1 − ∏(1 − dᵢ/nᵢ) over the times tᵢ ≤ t at which it happened to dᵢ of the nᵢ still watched. Who is last seen
/// at tᵢ was still watched then. Times are in the unit of the outcomes, shares 0–1.
/// </summary>
public sealed class KaplanMeier
{
    // Two products of the same shares may differ in their last digits: a share is reached when it is within these.
    private const double Rounding = 1e-12;

    private readonly double[] _times;
    private readonly long[] _atRisk;

    private KaplanMeier(double[] times, long[] atRisk, IReadOnlyList<KaplanMeierStep> steps) =>
        (_times, _atRisk, Steps) = (times, atRisk, steps);

    /// <summary>The times of events, rising.</summary>
    public IReadOnlyList<KaplanMeierStep> Steps { get; }

    /// <summary>Outcomes come in any order, and may be grouped or not.</summary>
    public static KaplanMeier From(IEnumerable<TimedOutcome> outcomes)
    {
        var groups = ByTime
            .Group(outcomes.Where(outcome => outcome.Count > 0), outcome => outcome.Time)
            .Select(group => (group.Time, All: Count(group.Items, all: true), Events: Count(group.Items, all: false)))
            .ToList();

        var atRisk = new long[groups.Count];
        var left = groups.Sum(group => group.All);
        var (surviving, variance) = (1.0, 0.0);
        List<KaplanMeierStep> steps = [];
        for (var i = 0; i < groups.Count; i++)
        {
            var (time, all, events) = groups[i];
            atRisk[i] = left;
            if (events > 0)
            {
                surviving *= (double)(left - events) / left;
                variance += (double)events / left / (left - events);
                steps.Add(new(time, events, left, surviving, variance));
            }
            left -= all;
        }
        return new([.. groups.Select(group => group.Time)], atRisk, steps);
    }

    /// <summary>Number observed at least until then.</summary>
    public long AtRisk(double time)
    {
        var place = Array.BinarySearch(_times, time);
        place = place < 0 ? ~place : place;
        return place < _times.Length ? _atRisk[place] : 0;
    }

    /// <summary>The last step not after a time; <see langword="null"/> before the first, where F = 0.</summary>
    public KaplanMeierStep? LastStep(double time)
    {
        var (low, high) = (0, Steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }
        return low == 0 ? null : Steps[low - 1];
    }

    /// <summary>F(t).</summary>
    public double Share(double time) => LastStep(time)?.Share ?? 0;

    /// <summary>The smallest time with F(t) ≥ a share above 0; <see langword="null"/> when it was never seen to be reached.</summary>
    public double? TimeToReach(double share)
    {
        foreach (var step in Steps)
        {
            if (step.Share >= share - Rounding)
                return step.Time;
        }
        return null;
    }

    private static long Count(ArraySegment<TimedOutcome> outcomes, bool all)
    {
        var count = 0L;
        foreach (var outcome in outcomes)
            count += all || outcome.Happened ? outcome.Count : 0;
        return count;
    }
}
