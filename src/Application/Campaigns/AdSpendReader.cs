using AmoCrmQualification.Application.Campaigns.AdFiles;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Reads files of ad spend with what the account knows: its currency, its ads' names, its creatives, its mappings.</summary>
public sealed class AdSpendReader(IAppDbContext db, TimeProvider clock)
{
    /// <summary>The file, with its errors where it cannot be stored.</summary>
    public async Task<ReadAdSpend> ReadAsync(UserAccountId account, AdSpendUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            var (table, reading) = await ReadTableAsync(account, upload, cancellationToken);
            return ReadAdSpend.From(table, reading, upload);
        }
        catch (InvalidLinesException unreadable)
        {
            return ReadAdSpend.From(new([], []), new([], unreadable.Errors, SummedLines: 0), upload);
        }
    }

    private async Task<(SpendTable Table, SpendReading Reading)> ReadTableAsync(
        UserAccountId account,
        AdSpendUpload upload,
        CancellationToken cancellationToken
    )
    {
        var mappings = await MappingsAsync(account, upload.Columns, cancellationToken);
        var table = upload.File.IsTable
            ? SpendTableReader.Read(upload.File.Content, mappings)
            : SpendJson.Read(upload.File.Content);
        var said = await db
            .UserAccounts.Where(a => a.Id == account)
            .Select(a => new { a.Currency, a.TimeZone })
            .SingleAsync(cancellationToken);
        var aYearAhead = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(1);
        var setting = new SpendSetting(said.Currency, TimeZones.Get(said.TimeZone), aYearAhead, upload.Unit)
        {
            AdsByName = await AdsByNameAsync(account, table, cancellationToken),
        };
        var reading = SpendRows.Read(table, setting);
        var unknown = await UnknownCreativesAsync(account, reading.Rows, cancellationToken);
        return (table, reading with { Errors = [.. reading.Errors, .. unknown] });
    }

    private async Task<ColumnMappings> MappingsAsync(UserAccountId account, string? given, CancellationToken cancellationToken)
    {
        if (given is not null)
            return ColumnMappings.None with { Given = ColumnMapping.Parse(given) };
        var remembered = await db
            .AdFileMappings.Where(m => m.UserAccountId == account)
            .Select(m => new { m.Headings, m.Columns })
            .ToListAsync(cancellationToken);
        return new(null, remembered.ToDictionary(m => m.Headings, m => ColumnMapping.Parse(m.Columns)));
    }

    /// <summary>Ads by the names in a file without ids: as files told them, or as the title of a creative with a single ad.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> AdsByNameAsync(
        UserAccountId account,
        SpendTable table,
        CancellationToken cancellationToken
    )
    {
        var names = table.Heading.Has(SpendColumn.AdId)
            ? []
            : table.Lines.Select(line => AdNameText.Clean(line[SpendColumn.AdName])).OfType<string>().Distinct().ToList();
        if (names.Count == 0)
            return new Dictionary<string, IReadOnlyList<string>>();
        var told = await db
            .AdNames.Where(n => n.UserAccountId == account && names.Contains(n.Name))
            .Select(n => new { n.Name, n.AdId })
            .ToListAsync(cancellationToken);
        var titled = await (
            from creative in db.Creatives
            where creative.UserAccountId == account && names.Contains(creative.Title) && creative.Ads.Count == 1
            from ad in creative.Ads
            select new { Name = creative.Title, ad.AdId }
        ).ToListAsync(cancellationToken);
        return told.Concat(titled)
            .GroupBy(ad => ad.Name)
            .ToDictionary(ads => ads.Key, IReadOnlyList<string> (ads) => [.. ads.Select(ad => ad.AdId).Distinct()]);
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
