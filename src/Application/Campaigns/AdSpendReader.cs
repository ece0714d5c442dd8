using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Makes rows of a file for an account, each of another subject or day.</summary>
public sealed class AdSpendReader(IAppDbContext db, TimeProvider clock)
{
    // A file with every line wrong tells the same a thousand times.
    private const int MostErrors = 1000;

    /// <exception cref="InvalidLinesException">A line cannot be taken.</exception>
    public async Task<AdSpendRows> ReadAsync(UserAccountId account, AdSpendFile file, CancellationToken cancellationToken)
    {
        var table = file.IsCsv ? SpendCsv.Read(file.Content.Span) : SpendJson.Read(file.Content);
        var said = await db
            .UserAccounts.Where(a => a.Id == account)
            .Select(a => new { a.Currency, a.TimeZone })
            .SingleAsync(cancellationToken);
        var aYearAhead = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(1);
        var setting = new SpendSetting(said.Currency, TimeZones.Get(said.TimeZone), aYearAhead);
        var (rows, faults) = SpendRows.Read(table.Lines, setting);
        List<LineError> errors = [.. faults, .. await UnknownCreativesAsync(account, rows, cancellationToken)];
        return errors.Count == 0
            ? new(rows, table.IgnoredColumns)
            : throw new InvalidLinesException([.. errors.OrderBy(e => e.Line).Take(MostErrors)]);
    }

    private async Task<IEnumerable<LineError>> UnknownCreativesAsync(
        UserAccountId account,
        IReadOnlyCollection<SpendRow> rows,
        CancellationToken cancellationToken
    )
    {
        var named = rows.Select(r => r.CreativeId).OfType<CreativeId>().Distinct().ToList();
        if (named.Count == 0)
            return [];
        var known = (
            await db
                .Creatives.Where(c => c.UserAccountId == account && named.Contains(c.Id))
                .Select(c => c.Id)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        return rows.Where(r => r.CreativeId is { } creative && !known.Contains(creative))
            .Select(r => new LineError(
                r.Line,
                LineFault.UnknownCreative,
                "There is no such creative.",
                SpendColumns.NameOf(SpendColumn.CreativeId),
                r.CreativeId!.Value.Value.ToString()
            ));
    }
}

/// <param name="IgnoredColumns">Columns that mean nothing here.</param>
public sealed record AdSpendRows(IReadOnlyCollection<SpendRow> Rows, IReadOnlyList<string> IgnoredColumns);
