using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Domain.Ledger;

/// <summary>A deal as amoCRM shows it when it is asked.</summary>
/// <param name="Price">Whole currency units.</param>
/// <param name="RequestedAt">When it was asked: what came in later may be newer than this.</param>
/// <param name="Payload">The deal as JSON.</param>
public sealed record DealState(
    DealId Deal,
    Stage Stage,
    long? Price,
    DateTimeOffset UpdatedAt,
    DateTimeOffset RequestedAt,
    string Payload
)
{
    private static readonly TimeSpan OneTick = TimeSpan.FromSeconds(1); // of amoCRM's clock

    public DealDetails? Details { get; init; }

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>All that it tells: the deal stands so at least since its last change.</summary>
    public DealReport Report(DealKey deal, DateTimeOffset now) =>
        Told(deal) with
        {
            Observation = Observation.From(ReportSource.Poll, Stage, UpdatedAt, now) with { Payload = Payload },
            Price = Price is { } price ? new(price, UpdatedAt, now) : null,
        };

    /// <summary>
    /// The deal with what it takes to stand as amoCRM shows it: a stage that no event explains, a price, or that it is
    /// not deleted. Nothing is taken back that came in after amoCRM was asked.
    /// </summary>
    /// <param name="addedAt">When the deal was made, if all its events since then are known: one that never moved entered its stage then.</param>
    public Deal Repair(Deal deal, DateTimeOffset? addedAt, DateTimeOffset now) =>
        RepairStage(RepairPrice(RepairDeletion(deal.After([Told(deal.Key)])), now), addedAt, now);

    private DealReport Told(DealKey deal) => new(deal, null, null, null) { Details = Details, Marks = Marks };

    private Deal RepairDeletion(Deal deal) =>
        deal.IsDeleted ? deal.After([new(deal.Key, null, null, new(DeletionKind.Restored, RequestedAt, Body: null))]) : deal;

    private Deal RepairPrice(Deal deal, DateTimeOffset now)
    {
        if (Price is not { } price || price == (deal.Price?.Price ?? 0) || deal.Price?.ReceivedAt > RequestedAt)
            return deal;
        var at = deal.Price is { } known && known.ChangedAt > UpdatedAt ? known.ChangedAt : UpdatedAt;
        return deal.After([new(deal.Key, null, new(price, at, now), null)]);
    }

    private Deal RepairStage(Deal deal, DateTimeOffset? addedAt, DateTimeOffset now)
    {
        var last = deal.History.Count == 0 ? null : deal.History[^1].Observation;
        if (last?.Stage == Stage || last?.ReceivedAt > RequestedAt)
            return deal;

        var repaired = deal.After([Polled(deal.Key, last is null && addedAt is { } added ? added : UpdatedAt, now)]);
        // What is known may bear a later time than amoCRM's own, as hooks without a time do.
        return repaired.CurrentStage == Stage || last is null
            ? repaired
            : deal.After([Polled(deal.Key, Later(UpdatedAt, last.ChangedAt) + OneTick, now)]);
    }

    private DealReport Polled(DealKey deal, DateTimeOffset at, DateTimeOffset now) =>
        new(deal, Observation.From(ReportSource.Poll, Stage, at, now) with { Payload = Payload }, Price: null, Deletion: null);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
