using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Stores what ads cost, a row for a day of an ad or of a creative. What is told again replaces what was told before;
/// 0 takes a day back. All lines are taken, or none.
/// </summary>
public sealed record RecordAdSpendCommand(UserAccountId Account, AdSpendFile File) : IRequest<RecordedAdSpend>;

/// <param name="UnknownAds">Stored, and attributed as soon as somebody says which creative they show.</param>
/// <param name="Errors">Always empty: with errors nothing is accepted, and the answer is a refusal with this list.</param>
/// <param name="IgnoredColumns">Columns that mean nothing here.</param>
public sealed record RecordedAdSpend(
    int Accepted,
    IReadOnlyList<string> UnknownAds,
    IReadOnlyList<LineError> Errors,
    IReadOnlyList<string> IgnoredColumns
);

/// <summary>Where ad spend is kept.</summary>
public interface IAdSpendBook
{
    /// <summary>
    /// Writes rows, each of another subject or day. A row without a creative gets that of its ad, unless it was settled
    /// before. Answers the ads that nobody knows. Needs the account's share.
    /// </summary>
    Task<IReadOnlyList<string>> WriteAsync(
        UserAccountId account,
        IReadOnlyCollection<SpendRow> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}

internal sealed class RecordAdSpendHandler(IAppDbContext db, IAccountLock accounts, IAdSpendBook book, TimeProvider clock)
    : IRequestHandler<RecordAdSpendCommand, RecordedAdSpend>
{
    // A file with every line wrong tells the same a thousand times.
    private const int MostErrors = 1000;

    public async Task<RecordedAdSpend> Handle(RecordAdSpendCommand command, CancellationToken cancellationToken)
    {
        var table = command.File.IsCsv ? SpendCsv.Read(command.File.Content.Span) : SpendJson.Read(command.File.Content);
        var rows = await RowsAsync(command.Account, table, cancellationToken);
        if (rows.Count == 0)
            return new(0, [], [], table.IgnoredColumns);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await accounts.AcquireSharedAsync(command.Account, cancellationToken); // no ad becomes known in between
        var unknown = await book.WriteAsync(command.Account, rows, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(rows.Count, unknown, [], table.IgnoredColumns);
    }

    private async Task<IReadOnlyCollection<SpendRow>> RowsAsync(
        UserAccountId account,
        SpendTable table,
        CancellationToken cancellationToken
    )
    {
        var said = await db
            .UserAccounts.Where(a => a.Id == account)
            .Select(a => new { a.Currency, a.TimeZone })
            .SingleAsync(cancellationToken);
        var aYearAhead = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(1);
        var setting = new SpendSetting(said.Currency, TimeZones.Get(said.TimeZone), aYearAhead);
        var (rows, faults) = SpendRows.Read(table.Lines, setting);
        List<LineError> errors = [.. faults, .. await UnknownCreativesAsync(account, rows, cancellationToken)];
        return errors.Count == 0 ? rows : throw new InvalidLinesException([.. errors.OrderBy(e => e.Line).Take(MostErrors)]);
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
