using AmoCrmQualification.Application.Campaigns;

namespace AmoCrmQualification.Infrastructure.Campaigns;

/// <summary>Stores a file of ad spend that was read. Its preview is the same, rolled back.</summary>
internal sealed class AdSpendWriter(AppDbContext db, ILocks locks, AdSpendTable table, TimeProvider clock)
{
    private const string UpsertMapping = """
        INSERT INTO ad_file_mappings (user_account_id, headings, columns, updated_at) VALUES ($1, $2, $3::jsonb, $4)
        ON CONFLICT (user_account_id, headings) DO UPDATE SET columns = excluded.columns, updated_at = excluded.updated_at
        """;

    private const string DeleteMapping = "DELETE FROM ad_file_mappings WHERE user_account_id = $1 AND headings = $2";

    public async Task<RecordedAdSpend> WriteAsync(
        UserAccountId account,
        ReadAdSpend file,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        if (!file.IsStorable)
            return file.Told;

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireSharedAsync(account, cancellationToken); // no ad becomes known in between
        var unknown = await table.UpsertAsync(account, file.Rows, cancellationToken);
        var recorded = file.Told with
        {
            Accepted = file.Rows.Count,
            UnknownAds = unknown,
            UnknownAdNames = await NamesAsync(account, unknown, file.Rows, cancellationToken),
        };
        if (!keep)
            return recorded;

        if (file.Mapping is { } mapping)
            await RememberAsync(account, mapping, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return recorded;
    }

    private async Task<IReadOnlyList<UnknownAd>> NamesAsync(
        UserAccountId account,
        IReadOnlyList<string> unknown,
        IReadOnlyCollection<SpendRow> rows,
        CancellationToken cancellationToken
    )
    {
        var names = await db
            .AdNames.Where(n => n.UserAccountId == account && unknown.Contains(n.AdId))
            .ToDictionaryAsync(n => n.AdId, n => n.Name, cancellationToken);
        var spend = rows.ToLookup(row => row.AdId, row => row.Spend);
        return
        [
            .. unknown
                .Select(ad => new UnknownAd(ad, names.GetValueOrDefault(ad), spend[ad].Sum()))
                .OrderByDescending(ad => ad.Spend)
                .ThenBy(ad => ad.AdId, StringComparer.Ordinal),
        ];
    }

    private async Task RememberAsync(UserAccountId account, GivenMapping mapping, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        if (mapping.Columns is { } columns)
            batch.Add(
                UpsertMapping,
                BatchCommands.Scalar(account.Value),
                BatchCommands.Scalar(mapping.Headings),
                BatchCommands.Scalar(columns),
                BatchCommands.Scalar(clock.GetUtcNow())
            );
        else
            batch.Add(DeleteMapping, BatchCommands.Scalar(account.Value), BatchCommands.Scalar(mapping.Headings));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
