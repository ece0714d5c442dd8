using AmoCrmQualification.Domain.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Domain.Tests.Ledger;

/// <summary>What came in one body, or in one answer of amoCRM: it always comes together.</summary>
internal sealed record Delivery(IReadOnlyList<DealReport> Reports);

/// <summary>A set of deliveries, and one way to deliver it: in another order, some twice, in batches.</summary>
internal sealed record Course(IReadOnlyList<Delivery> Set, IReadOnlyList<IReadOnlyList<Delivery>> Batches)
{
    public override string ToString() =>
        string.Join("\n-- batch\n", Batches.Select(b => string.Join('\n', b.SelectMany(d => d.Reports))));
}

/// <summary>Random reports of one deal: few stages and few seconds, so that ties and returns are common.</summary>
internal static class ReportSets
{
    private static readonly long[] Pipelines = [1, 2];
    private static readonly long[] Statuses = [10, 20, 142, 143];

    // Around the two hours within which a repeated body is a repetition.
    private static readonly double[] ReceiptMinutes =
    [
        0,
        0.01,
        0.02,
        1,
        59,
        60,
        60.5,
        119,
        120,
        121,
        180,
        180.5,
        239,
        240,
        241,
        300,
    ];

    public static Arbitrary<Course> Courses() =>
        (
            from set in Deliveries()
            from twice in Gen.SubListOf(set)
            from order in Gen.Shuffle(set.Concat(twice).ToArray())
            from cuts in Gen.ArrayOf(Gen.Choose(0, 2), order.Length)
            select new Course(set, Cut(order, cuts))
        ).ToArbitrary();

    public static Gen<Delivery[]> Deliveries() =>
        from count in Gen.Choose(1, 10)
        from receipts in Gen.Shuffle(ReceiptMinutes)
        from deliveries in Gen.CollectToArray(receipts.Take(count), minute => One(Given.Noon.AddMinutes(minute)))
        select deliveries;

    /// <summary>Reports of one change, as several sources and repetitions tell of it.</summary>
    public static Arbitrary<Observation[]> OneChange() =>
        (
            from stage in Stages()
            from receipts in Gen.Shuffle(ReceiptMinutes)
            from seen in Gen.CollectToArray(
                receipts.Take(3),
                minute =>
                    from origin in Origins()
                    from source in Sources()
                    from position in Gen.Choose(0, 1)
                    select Seen(Given.Noon, stage, origin, Given.Noon.AddMinutes(minute), position, source)
            )
            from again in Gen.Choose(0, 2)
            select (Observation[])[.. seen, seen[again]]
        ).ToArbitrary();

    public static Gen<Origin> Origins() =>
        from pipeline in Gen.Elements<long?>(null, null, 1, 2)
        from status in Gen.Elements<long?>(null, 10, 20, 142)
        select new Origin(pipeline is { } p ? new AmoPipelineId(p) : null, status is { } s ? new AmoStatusId(s) : null);

    public static Gen<DeletionEvent> Mark(DateTimeOffset at) =>
        from kind in Gen.Elements(DeletionKind.Deleted, DeletionKind.Restored)
        from body in Gen.Elements<long?>(null, 7, 7, 8)
        select new DeletionEvent(kind, at, body);

    public static Gen<DeletionEvent[]> Marks() =>
        from count in Gen.Choose(0, 8)
        from receipts in Gen.Shuffle(ReceiptMinutes)
        from marks in Gen.CollectToArray(receipts.Take(count), minute => Mark(Given.Noon.AddMinutes(minute)))
        select marks;

    private static Gen<Delivery> One(DateTimeOffset receivedAt) =>
        from source in Sources()
        from size in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
        from reports in Gen.CollectToArray(Enumerable.Range(0, size), position => Report(receivedAt, position, source))
        select new Delivery(reports);

    private static Gen<DealReport> Report(DateTimeOffset receivedAt, int position, ReportSource source) =>
        from stage in Stages()
        from origin in Origins()
        from second in Gen.Elements<int?>(0, 0, 1, 1, 2, null) // null: amoCRM gave no time, so it is the time received
        from price in Gen.Elements<long?>(null, 100, 200)
        from kind in Gen.Frequency((8, Gen.Constant("stage")), (1, Gen.Constant("mark")), (1, Gen.Constant("both")))
        from mark in Mark(receivedAt)
        let changedAt = second is { } s ? Given.Noon.AddSeconds(s) : receivedAt
        select new DealReport(
            Given.Key,
            kind == "mark" ? null : Seen(changedAt, stage, origin, receivedAt, position, source),
            kind == "mark" || price is null ? null : new PriceReport(price.Value, changedAt, receivedAt),
            kind == "stage" ? null : mark
        );

    private static Gen<Stage> Stages() =>
        from pipeline in Gen.Elements(Pipelines)
        from status in Gen.Elements(Statuses)
        select Given.Stage(pipeline, status);

    private static Gen<ReportSource> Sources() =>
        Gen.Elements(ReportSource.Webhook, ReportSource.Webhook, ReportSource.Push, ReportSource.EventsApi, ReportSource.Poll);

    private static Observation Seen(
        DateTimeOffset changedAt,
        Stage stage,
        Origin origin,
        DateTimeOffset receivedAt,
        int position,
        ReportSource source
    ) =>
        new()
        {
            ChangedAt = changedAt,
            Stage = stage,
            Origin = origin,
            ReceivedAt = receivedAt,
            Position = position,
            FirstSource = source,
            Source = source,
            SourceReceivedAt = receivedAt,
            SourcePosition = position,
            SeenInEvents = source == ReportSource.EventsApi,
            Payload = $"{receivedAt:HH:mm:ss.f}#{position}",
        };

    private static List<IReadOnlyList<Delivery>> Cut(Delivery[] order, int[] cuts)
    {
        var batches = new List<IReadOnlyList<Delivery>>();
        var batch = new List<Delivery>();
        foreach (var (delivery, cut) in order.Zip(cuts))
        {
            batch.Add(delivery);
            if (cut != 0)
                continue;
            batches.Add(batch);
            batch = [];
        }

        batches.Add(batch);
        return batches;
    }
}
