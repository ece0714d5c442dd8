using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Domain.Sales;

/// <summary>Effect of a deal's change on its sale.</summary>
public enum SaleIntent
{
    None,

    /// <summary>amoCRM must be asked for price, closing time and loss reason.</summary>
    LookUp,

    /// <summary>The sale no longer stands.</summary>
    Reverse,
}

public static class SaleIntents
{
    /// <summary>Only deals of our leads become sales; a deal that gets its lead late catches up.</summary>
    public static SaleIntent From(Deal before, Deal after)
    {
        if (after.Lead is null || after.Outcome is not { } outcome)
            return SaleIntent.None;

        var wasLinked = before.Lead is not null;
        var isNews = !wasLinked || before.Outcome != outcome;
        if (outcome.Status == SaleStatus.Reversed)
            return isNews ? SaleIntent.Reverse : SaleIntent.None;

        // A price that is first reported after the deal was closed may differ from the one looked up then.
        var isPriceNew = before.Price?.Price != after.Price?.Price;
        // No webhook tells the loss reason, so whoever edits it is noticed by the edit alone.
        var isReasonDoubtful = outcome.Status == SaleStatus.Lost && EditedAt(after) > Later(EditedAt(before), outcome.At);
        return isNews || isPriceNew || isReasonDoubtful ? SaleIntent.LookUp : SaleIntent.None;
    }

    /// <summary>The last time that the deal was told of without having moved.</summary>
    private static DateTimeOffset? EditedAt(Deal deal) => deal.Duplicates.Max(seen => (DateTimeOffset?)seen.ChangedAt);

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
