namespace AmoCrmQualification.Domain.Analytics;

/// <summary>How a deal ended, or that it has not.</summary>
public enum DealEnd
{
    Open,
    Won,
    Lost,
}

/// <summary>So many deals that ended so at a time; open ones were watched until then.</summary>
/// <param name="Time">Since creation, in the unit the caller chooses.</param>
public readonly record struct TimedEnd(double Time, DealEnd End, long Count = 1);

/// <summary>A time at which deals ended in one way.</summary>
/// <param name="Share">Of all deals that ended so by then, 0–1.</param>
public sealed record EndedShare(double Time, double Share, double StandardError)
{
    /// <summary>Ends of the 95 % interval on the scale of log(−log), which keeps them within 0–1.</summary>
    public double Lo => Bound(+1);

    public double Hi => Bound(-1);

    private double Bound(int side)
    {
        if (Share is <= 0 or >= 1)
            return Share;
        var log = Math.Log(Share);
        return Math.Exp(log * Math.Exp(side * Normal.Z975 * StandardError / (Share * -log)));
    }
}

/// <summary>
/// Shares of deals that were won, or lost, by a time while others are still open (Aalen and Johansen 1978): each way of ending
/// takes its part of those still open, so won and lost together never exceed all. Variance by the delta method (Marubini and
/// Valsecchi 1995).
/// </summary>
public static class AalenJohansen
{
    /// <returns>Steps of the share that ended so, in the order of time.</returns>
    public static IReadOnlyList<EndedShare> From(IEnumerable<TimedEnd> deals, DealEnd end)
    {
        var groups = ByTime
            .Group(deals.Where(deal => deal.Count > 0), deal => Math.Max(0, deal.Time))
            .Select(group =>
                (
                    group.Time,
                    All: Count(group.Items),
                    Ended: Count(group.Items, DealEnd.Won, DealEnd.Lost),
                    So: Count(group.Items, end)
                )
            )
            .ToList();

        var (atRisk, open, share) = ((double)groups.Sum(group => group.All), 1.0, 0.0);
        var variance = new EndedVariance();
        List<EndedShare> steps = [];
        foreach (var (time, all, ended, so) in groups)
        {
            if (ended > 0)
            {
                share += open * so / atRisk;
                variance.Add(open, atRisk, ended, so, share);
                open *= 1 - (ended / atRisk);
                if (so > 0)
                    steps.Add(new(time, share, Math.Sqrt(variance.At(share))));
            }
            atRisk -= all;
        }
        return steps;
    }

    private static double Count(IEnumerable<TimedEnd> deals, params DealEnd[] ends) =>
        deals.Where(deal => ends.Length == 0 || ends.Contains(deal.End)).Sum(deal => deal.Count);
}
