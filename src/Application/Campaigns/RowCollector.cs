using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Gathers rows by day and ad: those of a platform's report add up, in an unknown file either may be the right one.</summary>
internal sealed class RowCollector(bool addsUp, int capacity)
{
    private readonly Dictionary<(DateOnly, string?, CreativeId?), SpendRow> _rows = new(capacity);

    public IReadOnlyCollection<SpendRow> Rows => _rows.Values;

    /// <summary>The amounts line by line.</summary>
    public List<decimal> Amounts { get; } = [];

    public int Summed { get; private set; }

    /// <summary>Takes a row; the reason where it cannot.</summary>
    public LineError? Add(SpendRow row)
    {
        Amounts.Add(row.Spend);
        if (_rows.TryAdd(SubjectOf(row), row))
            return null;
        var first = _rows[SubjectOf(row)];
        if (!addsUp)
            return new(row.Line, LineFault.DuplicateLine, $"Line {first.Line} tells of the same day of the same ad or creative.");
        if (first.Currency != row.Currency)
            return new(
                row.Line,
                LineFault.CurrencyConflict,
                $"Line {first.Line} tells of the same day of the same ad in {first.Currency}, this one in {row.Currency}."
            );
        _rows[SubjectOf(row)] = first.Plus(row);
        Summed++;
        return null;
    }

    /// <summary>A row that names both is the ad's.</summary>
    private static (DateOnly, string?, CreativeId?) SubjectOf(SpendRow row) =>
        (row.Date, row.AdId, row.AdId is null ? row.CreativeId : null);
}
