using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// Where the reading of deals goes on, in the order in which they were made or last changed. A full page ends before its last
/// second, where the next begins at its first page: deals that vanish or change meanwhile move none out of sight.
/// </summary>
internal sealed record DealCursor
{
    private static readonly TimeSpan NarrowingEnds = TimeSpan.FromSeconds(8);
    private const int MostRereads = 2;
    private const int MostOddSeconds = 20;

    public DealOrder Order { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Length of the window where amoCRM failed at a longer one; null for all that is left.</summary>
    public TimeSpan? Span { get; init; }

    /// <summary>Over one where more deals were made within a second than a page takes.</summary>
    public int Page { get; init; } = 1;

    /// <summary>A deal was seen there: an empty page is amoCRM's fault.</summary>
    public bool IsOwed { get; init; }

    public int Rereads { get; init; }

    public int OddSeconds { get; init; }

    /// <summary>Time of the first creation or change among them.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Creation of the first of those that became leads: their events are read from there on.</summary>
    public DateTimeOffset? FirstAdopted { get; init; }

    public DateTimeOffset To => Span is { } span && From + span < Until ? From + span : Until;

    public bool IsAtEnd => From > Until;

    /// <summary>Deals of the page that are taken up now: those of the last second come again with the next.</summary>
    public IReadOnlyList<ListedDeal> Taken(AmoDealPage page) =>
        page.IsLast || page.FirstAt == page.LastAt ? page.Deals : [.. page.Deals.Where(deal => TimeOf(deal.State) < page.LastAt)];

    public DealCursor After(AmoDealPage page)
    {
        if (page.IsLast)
            return page.LastAt is null && IsOwed && Rereads < MostRereads ? this with { Rereads = Rereads + 1 } : ToNextWindow();
        var read = this with { First = First ?? page.FirstAt, IsOwed = true, Rereads = 0 };
        return page.LastAt is { } last && last > page.FirstAt
            ? read with
            {
                From = last,
                Page = 1,
            }
            : read with
            {
                Page = Page + 1,
            };
    }

    /// <summary>A shorter window, until the second of a deal that makes amoCRM fail is alone; null then.</summary>
    public DealCursor? Narrower() =>
        Span == TimeSpan.Zero
            ? null
            : this with
            {
                Span = To - From < NarrowingEnds ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Floor((To - From).TotalSeconds / 8)),
                Page = 1,
                IsOwed = false,
            };

    /// <summary>Past a second that amoCRM does not give; null when there are so many that it is not their fault.</summary>
    public DealCursor? PastOddSecond() =>
        OddSeconds == MostOddSeconds ? null : ToNextWindow() with { Span = null, OddSeconds = OddSeconds + 1 };

    /// <summary>The probable number of deals, by those that were made until here.</summary>
    public int Estimate(int done) =>
        First is { } first && From > first && From < Until
            ? (int)Math.Min(int.MaxValue, Math.Ceiling(done * ((Until - first) / (From - first))))
            : done;

    private DealCursor ToNextWindow() =>
        this with
        {
            From = To.AddSeconds(1),
            Span = Span is { } span ? (span < NarrowingEnds ? NarrowingEnds : span * 8) : null,
            Page = 1,
            IsOwed = false,
            Rereads = 0,
        };

    private DateTimeOffset TimeOf(DealState state) =>
        Order == DealOrder.Creation ? state.Details!.CreatedAt!.Value : state.UpdatedAt;
}
