namespace AmoCrmQualification.Domain.Ledger;

/// <summary>The price last reported for a deal, whole currency units. A change of it after closing updates the sale.</summary>
public sealed record PriceReport(long Price, DateTimeOffset ChangedAt, DateTimeOffset ReceivedAt)
{
    public static PriceReport? Latest(PriceReport? a, PriceReport? b) =>
        a is null || (b is not null && b.Rank.CompareTo(a.Rank) > 0) ? b : a;

    private (DateTimeOffset, DateTimeOffset, long) Rank => (ChangedAt, ReceivedAt, Price);
}
