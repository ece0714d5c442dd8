namespace AmoCrmQualification.Application.Data;

public static class AccountLookup
{
    /// <summary>Finds an account for the use cases that change or show it.</summary>
    public static async Task<UserAccount> AccountAsync(
        this IAppDbContext db,
        UserAccountId id,
        CancellationToken cancellationToken
    ) =>
        await db.UserAccounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken)
        ?? throw new DomainException(Refusal.NotFound(Reasons.AccountUnknown, "account"));
}
