using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Counts of restored events and repaired leads.</summary>
internal static class Repairs
{
    public static int Count(IEnumerable<DealChange> changes) =>
        changes.Where(c => c.After.Lead is not null).Sum(c => Steps(c.Before, c.After) + Facts(c.Before, c.After));

    private static int Steps(Deal before, Deal after)
    {
        if (ReferenceEquals(before.History, after.History))
            return 0;
        var (was, way) = (WayOf(before), WayOf(after));
        return was.SequenceEqual(way) ? 0 : Math.Max(1, way.Count - was.Count);
    }

    private static int Facts(Deal before, Deal after) =>
        (before.IsDeleted == after.IsDeleted ? 0 : 1) + ((before.Price?.Price ?? 0) == (after.Price?.Price ?? 0) ? 0 : 1);

    private static List<Domain.AmoCrm.Stage> WayOf(Deal deal) => [.. deal.History.Select(row => row.Observation.Stage)];
}
