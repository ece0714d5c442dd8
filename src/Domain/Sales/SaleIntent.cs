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
        return isNews || before.Price?.Price != after.Price?.Price ? SaleIntent.LookUp : SaleIntent.None;
    }
}
