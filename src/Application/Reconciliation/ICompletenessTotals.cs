namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>Completeness of many accounts at once.</summary>
public interface ICompletenessTotals
{
    /// <summary>Returns the percent of each account, in their order; null when nothing was expected.</summary>
    Task<IReadOnlyList<double?>> ReadAsync(IReadOnlyList<AccountPeriod> periods, CancellationToken cancellationToken);
}

public readonly record struct AccountPeriod(UserAccountId Account, DateTimeOffset From, DateTimeOffset Until);
