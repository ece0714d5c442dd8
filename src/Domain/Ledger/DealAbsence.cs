namespace AmoCrmQualification.Domain.Ledger;

/// <summary>amoCRM does not show a deal. That alone means nothing; with its journal's last word being a deletion it does.</summary>
public static class DealAbsence
{
    /// <summary>A hook that came late may have brought back here what stays deleted there.</summary>
    public static Deal Confirm(Deal deal, DateTimeOffset askedAt)
    {
        if (deal.IsDeleted || deal.Deletions.Any(m => m.At >= askedAt))
            return deal;
        var lastTold = deal.Deletions.Where(m => m.Body is null).MaxBy(m => m.At);
        return lastTold?.Kind == DeletionKind.Deleted
            ? deal.After([new(deal.Key, null, null, new(DeletionKind.Deleted, askedAt, Body: null))])
            : deal;
    }
}
