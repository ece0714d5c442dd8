namespace AmoCrmQualification.Application.People;

internal static class KnownAccounts
{
    /// <summary>The accounts that are named, each once; refuses one that does not exist.</summary>
    public static async Task<IReadOnlyList<UserAccountId>> KnownAccountsAsync(
        this IAppDbContext db,
        IReadOnlyList<Guid> named,
        CancellationToken cancellationToken
    )
    {
        var accounts = named.Distinct().Select(id => new UserAccountId(id)).ToList();
        return await db.UserAccounts.CountAsync(a => accounts.Contains(a.Id), cancellationToken) == accounts.Count
            ? accounts
            : throw new DomainException(
                Refusal.Invalid("account_ids", Reasons.AccountUnknown, "One of these accounts does not exist.")
            );
    }
}
