namespace AmoCrmQualification.Application.Matching;

/// <summary>Deals that no lead of ours has, or that one was made of. Works in the transaction of the database context.</summary>
public interface IUnmatchedDeals
{
    /// <summary>Latest reported deals whose contacts were never read.</summary>
    /// <param name="onlyOfAdopted">Those that no lead has are left out.</param>
    Task<IReadOnlyList<DealId>> NewestUnreadAsync(
        UserAccountId account,
        int limit,
        bool onlyOfAdopted,
        CancellationToken cancellationToken
    );

    Task MarkReadAsync(UserAccountId account, IReadOnlyCollection<DealId> deals, CancellationToken cancellationToken);
}
