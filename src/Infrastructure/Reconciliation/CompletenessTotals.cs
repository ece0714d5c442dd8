using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

internal sealed class CompletenessTotals(NpgsqlDataSource database) : ICompletenessTotals
{
    public async Task<IReadOnlyList<double?>> ReadAsync(IReadOnlyList<AccountPeriod> periods, CancellationToken cancellationToken)
    {
        if (periods.Count == 0)
            return [];
        await using var batch = database.CreateBatch();
        foreach (var period in periods)
            batch.Add(
                CompletenessSql.Count,
                BatchCommands.Scalar(period.Account.Value),
                BatchCommands.Scalar(period.From),
                BatchCommands.Scalar(period.Until),
                new[] { period.From }.Column(start => start)
            );
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var totals = new List<double?>(periods.Count);
        do totals.Add(
            await row.ReadAsync(cancellationToken)
                ? new DayCompleteness(default, (int)row.GetInt64(1), (int)row.GetInt64(2), 0, 0).Completeness
                : null
        );
        while (await row.NextResultAsync(cancellationToken));
        return totals;
    }
}
