namespace AmoCrmQualification.Application.Matching;

/// <summary>Deals that no lead of ours has. Works in the transaction of the database context.</summary>
public interface IUnmatchedDeals
{
    /// <summary>Latest reported deals whose contacts were never read.</summary>
    Task<IReadOnlyList<DealId>> NewestUnreadAsync(UserAccountId account, int limit, CancellationToken cancellationToken);

    Task MarkReadAsync(UserAccountId account, IReadOnlyCollection<DealId> deals, CancellationToken cancellationToken);
}
