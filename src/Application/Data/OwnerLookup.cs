namespace AmoCrmQualification.Application.Data;

/// <summary>Learns the account of what a request names by its id alone, so that all that follows asks that account alone.</summary>
public static class OwnerLookup
{
    /// <summary>A caller's key is mostly of one account, and that one is asked.</summary>
    public const string Reason = "an id alone says no account";

    /// <param name="named">The row of this id.</param>
    /// <param name="what">What there is none of, if there is none among the caller's accounts.</param>
    /// <exception cref="DomainException">There is none.</exception>
    public static async Task<UserAccountId> OwnerAsync<TRow>(
        this IQueryable<TRow> named,
        string reason,
        string what,
        CancellationToken cancellationToken
    )
        where TRow : class, ITenantOwned =>
        await named
            .AcrossAccounts(Reason)
            .Select(row => (UserAccountId?)row.UserAccountId)
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new DomainException(Refusal.NotFound(reason, what));
}
