using AmoCrmQualification.Domain.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Ledger;

/// <summary>What holds for every set of reports, in whatever order, number and combination they come.</summary>
internal sealed class LedgerProperties
{
    [ManyValues(5_000)]
    public Property The_same_set_gives_the_same_deal_whatever_the_order_repetition_and_batches() =>
        Prop.ForAll(
            ReportSets.Courses(),
            course =>
            {
                var (expected, actual) = (AllAtOnce(course), InBatches(course));
                return (actual.Face() == expected.Face()).Label($"at once:\n{expected.Face()}\nin batches:\n{actual.Face()}");
            }
        );

    [ManyValues(2_000)]
    public Property A_step_never_enters_the_stage_the_deal_is_in() =>
        Prop.ForAll(
            ReportSets.Courses(),
            course =>
            {
                var way = Given.Path(InBatches(course).Deal);
                return way.Zip(way.Skip(1)).All(pair => pair.First != pair.Second);
            }
        );

    [ManyValues(2_000)]
    public Property Every_observation_is_once_in_the_history_or_among_the_duplicates() =>
        Prop.ForAll(
            ReportSets.Courses(),
            course =>
            {
                var deal = InBatches(course).Deal;
                var kept = deal
                    .History.Select(row => row.Observation.Key)
                    .Concat(deal.Duplicates.Select(seen => seen.Key))
                    .ToList();
                var told = Reports(course.Set).Where(r => r.Observation is not null).Select(r => r.Observation!.Key).ToHashSet();
                return kept.Count == told.Count && told.SetEquals(kept);
            }
        );

    [ManyValues(2_000)]
    public Property History_is_in_the_order_of_seconds_and_numbered_within_each() =>
        Prop.ForAll(
            ReportSets.Courses(),
            course =>
            {
                var places = InBatches(course)
                    .Deal.History.Select(row => (Second: row.Observation.ChangedAt.ToUnixTimeSeconds(), row.OrderInSecond))
                    .ToList();
                return places.SequenceEqual(places.Order()) && places.GroupBy(p => p.Second).All(NumberedFromZero);
            }
        );

    [ManyValues(5_000)]
    public Property Merging_is_commutative_associative_and_idempotent() =>
        Prop.ForAll(
            ReportSets.OneChange(),
            change =>
            {
                var (a, b, c, again) = (change[0], change[1], change[2], change[3]);
                var all = Observation.Merge(Observation.Merge(a, b), c);
                return Observation.Merge(a, b) == Observation.Merge(b, a)
                    && all == Observation.Merge(a, Observation.Merge(b, c))
                    && all == Observation.Merge(all, again)
                    && all == Observation.Merge(again, all)
                    && Observation.Merge(all, all) == all;
            }
        );

    [ManyValues(2_000)]
    public Property The_fuller_origin_is_commutative_associative_and_idempotent() =>
        Prop.ForAll(
            ReportSets.Origins().Three().ToArbitrary(),
            origins =>
            {
                var (a, b, c) = origins;
                return Origin.Fuller(a, b) == Origin.Fuller(b, a)
                    && Origin.Fuller(Origin.Fuller(a, b), c) == Origin.Fuller(a, Origin.Fuller(b, c))
                    && Origin.Fuller(a, a) == a;
            }
        );

    [ManyValues(5_000)]
    public Property Whether_a_deal_is_deleted_does_not_depend_on_the_order_or_repetition_of_marks() =>
        Prop.ForAll(
            (
                from marks in ReportSets.Marks()
                from shuffled in Gen.Shuffle(marks.Concat(marks.Take(2)).ToArray())
                select (Marks: marks, Shuffled: shuffled)
            ).ToArbitrary(),
            told =>
            {
                var deal = new Deal(Given.Key, Given.OurLead);
                foreach (var mark in told.Shuffled)
                    deal = Stored.RoundTrip(deal.After([Given.Report(mark)]));
                return deal.IsDeleted == DeletionEvent.IsDeleted(told.Marks)
                    && deal.Deletions.Count == told.Marks.Distinct().Count();
            }
        );

    private static Stored AllAtOnce(Course course)
    {
        var deal = new Stored();
        deal.Take(Reports(course.Set));
        return deal;
    }

    private static Stored InBatches(Course course)
    {
        var deal = new Stored();
        foreach (var batch in course.Batches)
            deal.Take(Reports(batch));
        return deal;
    }

    private static List<DealReport> Reports(IEnumerable<Delivery> deliveries) => [.. deliveries.SelectMany(d => d.Reports)];

    private static bool NumberedFromZero(IEnumerable<(long Second, int OrderInSecond)> second) =>
        second.Select((place, i) => place.OrderInSecond == i).All(isInPlace => isInPlace);
}
