namespace AmoCrmQualification.Application.Matching;

internal static class OwnerReadings
{
    /// <summary>Notes that these were read, and returns those among them whose deals were asked about later meanwhile.</summary>
    public static async Task<IReadOnlySet<DealId>> MarkReadAsync(
        this IUnmatchedDeals unmatched,
        UserAccountId account,
        IReadOnlyCollection<DealOwner> owners,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    ) =>
        await unmatched.MarkReadAsync(
            account,
            [.. owners.Select(o => o.Deal)],
            [.. owners.Where(o => o.Phones.Count > 0).Select(o => o.Deal)],
            askedAt,
            cancellationToken
        );
}
