namespace AmoCrmQualification.Application.Analytics;

/// <summary>Reads the age of figures where these are counted, so that a replica that lags says so.</summary>
public interface IDataAges
{
    /// <summary>
    /// Time up to which amoCRM's changes are known, in the order of the accounts: the latest delivery or reconciliation; null before the first.
    /// </summary>
    Task<IReadOnlyList<DateTimeOffset?>> ReadAsync(IReadOnlyList<UserAccountId> accounts, CancellationToken cancellationToken);
}

internal static class DataAges
{
    public static async Task<DateTimeOffset?> ReadAsync(
        this IDataAges ages,
        UserAccountId account,
        CancellationToken cancellationToken
    ) => (await ages.ReadAsync([account], cancellationToken))[0];
}
