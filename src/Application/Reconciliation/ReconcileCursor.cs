using System.Text.Json;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Where a reconciliation goes on: first through the account's deals, where they become leads, then through its events, a window at a time, then through its linked deals.</summary>
internal sealed record ReconcileCursor
{
    private static readonly TimeSpan FirstSpan = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestSpan = TimeSpan.FromDays(28);
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NarrowingEnds = TimeSpan.FromSeconds(8);
    private const int ManyPages = 10;
    private const int MostRereads = 2;
    private const int MostOddSeconds = 20;
    private const int MostSkippedRows = 500; // the cursor is written at each step

    /// <summary>Position in the deals; null when all are read, or none become leads.</summary>
    public DealCursor? Deals { get; init; }

    /// <summary>Start of the window.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Start of the reading: what happens later is for the next run.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Length of the window: as long as gives a few pages.</summary>
    public TimeSpan Span { get; init; } = FirstSpan;

    /// <summary>The next page of the window; null for its first.</summary>
    public string? Next { get; init; }

    public int Pages { get; init; }

    /// <summary>Number of times the shortest window was read again because amoCRM cut it short.</summary>
    public int Rereads { get; init; }

    /// <summary>Since when amoCRM's events could not all be read.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>The last deal that was compared.</summary>
    public long AfterDeal { get; init; }

    /// <summary>Number of deals that were compared.</summary>
    public int Compared { get; init; }

    /// <summary>It is a part of a window at which amoCRM failed.</summary>
    public bool IsNarrowed { get; init; }

    public int OddSeconds { get; init; }

    public bool IsOneSecond => Span == TimeSpan.Zero;

    /// <summary>Names of rows that could not be read: one that comes again is counted once.</summary>
    public IReadOnlyList<string> SkippedRows { get; init; } = [];

    public DateTimeOffset To => From + Span < Until ? From + Span : Until;

    public bool IsThroughEvents => From > Until;

    /// <summary>With the deals read up to there. After the last of them it goes on with events since the first that became a lead.</summary>
    public ReconcileCursor Past(DealCursor deals) =>
        !deals.IsAtEnd
            ? this with
            {
                Deals = deals,
            }
            : this with
            {
                Deals = null,
                From = deals.FirstAdopted < From ? deals.FirstAdopted.Value : From,
            };

    public ReconcileCursor ToPage(string next) => this with { Next = next, Pages = Pages + 1 };

    /// <summary>Past the window, on to one that should give a few pages.</summary>
    public ReconcileCursor ToNextWindow() =>
        this with
        {
            From = To.AddSeconds(1), // amoCRM's spans include both ends
            Span =
                Pages == 0 && Span < LongestSpan ? (IsOneSecond ? NarrowingEnds : Span * 2)
                : Pages > ManyPages ? Span / 2
                : Span,
            Next = null,
            Pages = 0,
            Rereads = 0,
        };

    /// <summary>
    /// The same window anew, and shorter while it can be, as it is the later pages that amoCRM leaves out. Null when
    /// that was tried often enough.
    /// </summary>
    public ReconcileCursor? Again()
    {
        var isShortest = Span <= ShortestSpan;
        if (isShortest && Rereads == MostRereads)
            return null;
        return this with
        {
            Span = Span / 4 < ShortestSpan ? ShortestSpan : Span / 4,
            Next = null,
            Pages = 0,
            Rereads = isShortest ? Rereads + 1 : 0,
        };
    }

    /// <summary>The same window anew and shorter, until the second of an event that makes amoCRM fail is alone; null then.</summary>
    public ReconcileCursor? Narrower() =>
        IsOneSecond
            ? null
            : this with
            {
                Span = Span < NarrowingEnds ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Floor((To - From).TotalSeconds / 8)),
                Next = null,
                Pages = 0,
                IsNarrowed = true,
            };

    /// <summary>Past a second that amoCRM does not give; null when there are so many that it is not their fault.</summary>
    public ReconcileCursor? PastOddSecond() =>
        OddSeconds == MostOddSeconds
            ? null
            : ToNextWindow() with
            {
                Span = FirstSpan,
                IsNarrowed = false,
                OddSeconds = OddSeconds + 1,
            };

    public ReconcileCursor WithoutTheRest() => this with { MissingSince = MissingSince ?? From };

    /// <summary>Notes rows that could not be read, and returns how many were not noted before.</summary>
    public (ReconcileCursor Cursor, int New) Skip(IEnumerable<string> rows)
    {
        var fresh = rows.Except(SkippedRows, StringComparer.Ordinal).ToList();
        return (this with { SkippedRows = [.. SkippedRows.Concat(fresh).Take(MostSkippedRows)] }, fresh.Count);
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static ReconcileCursor? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<ReconcileCursor>(json);
}
