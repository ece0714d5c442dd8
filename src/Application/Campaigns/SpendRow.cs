using System.Globalization;
using System.Text.RegularExpressions;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>What an ad, or a creative as a whole, cost on one day.</summary>
public sealed record SpendRow(
    int Line,
    DateOnly Date,
    string? AdId,
    CreativeId? CreativeId,
    decimal Spend,
    string? Currency,
    long? Impressions,
    long? Clicks
);

/// <summary>Makes rows of lines, and says of each line that is none why.</summary>
internal sealed partial class SpendRows(string? accountCurrency, DateOnly latest, bool hasDecimalComma)
{
    private const int MaxAdId = 200;
    private const decimal MaxSpend = 1_000_000_000_000;
    private const int Decimals = 6;

    private static readonly string[] Days = ["yyyy-MM-dd", "d.M.yyyy"];
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    private readonly List<string> _faults = [];

    public (IReadOnlyCollection<SpendRow> Rows, IReadOnlyList<LineError> Errors) Read(IReadOnlyList<SpendLine> lines)
    {
        Dictionary<(DateOnly, string?, CreativeId?), SpendRow> rows = new(lines.Count);
        List<LineError> errors = [];
        foreach (var line in lines)
        {
            var (row, faults) = Read(line);
            errors.AddRange(faults.Select(fault => new LineError(line.Number, fault)));
            // Neither of the two is surely the right one: an export by region has a line for each, and they add up.
            if (row is not null && !rows.TryAdd(SubjectOf(row), row))
                errors.Add(new(row.Line, $"Line {rows[SubjectOf(row)].Line} tells of the same day of the same ad or creative."));
        }

        return (rows.Values, errors);
    }

    /// <summary>A row that names both is the ad's.</summary>
    private static (DateOnly, string?, CreativeId?) SubjectOf(SpendRow row) =>
        (row.Date, row.AdId, row.AdId is null ? row.CreativeId : null);

    /// <summary>The row, or a sentence for each of its faults.</summary>
    private (SpendRow? Row, IReadOnlyList<string> Faults) Read(SpendLine line)
    {
        if (line.Fault is { } unreadable)
            return (null, [unreadable]);
        _faults.Clear();
        var row = new SpendRow(
            line.Number,
            Day(line[SpendColumn.Date]),
            Ad(line[SpendColumn.AdId]),
            Creative(line[SpendColumn.CreativeId]),
            Spend(line[SpendColumn.Spend]),
            Currency(line[SpendColumn.Currency]) ?? accountCurrency,
            Count(line, SpendColumn.Impressions),
            Count(line, SpendColumn.Clicks)
        );
        if (line[SpendColumn.AdId] is null && line[SpendColumn.CreativeId] is null)
            _faults.Add("ad_id or creative_id is needed.");
        return _faults.Count == 0 ? (row, []) : (null, [.. _faults]);
    }

    private DateOnly Day(string? text)
    {
        if (text is null)
            return Fault<DateOnly>("date is missing.");
        if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Fault<DateOnly>("date is no day: write 2026-01-31 or 31.01.2026.");
        return day >= Earliest && day <= latest
            ? day
            : Fault<DateOnly>($"date is not between {Earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}.");
    }

    private string? Ad(string? text)
    {
        if (text is null)
            return null;
        if (Shortened().IsMatch(text))
            return Fault<string>("ad_id was shortened by a spreadsheet: format its column as text.");
        if (text is ['=', ..])
            return Fault<string>("ad_id is a formula: save the file with values.");
        return text.Length <= MaxAdId && !text.Any(char.IsControl)
            ? text
            : Fault<string>($"ad_id has 1 to {MaxAdId} characters in one line.");
    }

    private CreativeId? Creative(string? text)
    {
        if (text is null)
            return null;
        return Guid.TryParse(text, out var id) ? new(id) : Fault<CreativeId?>("creative_id is no UUID.");
    }

    private decimal Spend(string? text)
    {
        if (text is null)
            return Fault<decimal>("spend is missing.");
        var (spend, fault) = SpendNumber.Read(text, hasDecimalComma);
        if (fault is not null)
            return Fault<decimal>($"spend {fault}.");
        return spend <= MaxSpend ? decimal.Round(spend.Value, Decimals) : Fault<decimal>("spend is absurdly high.");
    }

    private string? Currency(string? text)
    {
        var code = text?.ToUpperInvariant();
        return code is null || (code.Length == 3 && code.All(char.IsAsciiLetterUpper))
            ? code
            : Fault<string>("currency is no ISO 4217 code such as RUB.");
    }

    private long? Count(SpendLine line, SpendColumn column)
    {
        if (line[column] is not { } text)
            return null;
        var (count, fault) = SpendNumber.Read(text, hasDecimalComma);
        if (fault is null && (count > long.MaxValue || count != decimal.Truncate(count!.Value)))
            fault = "is no whole number";
        return fault is null ? (long)count!.Value : Fault<long?>($"{SpendColumns.NameOf(column)} {fault}.");
    }

    private T? Fault<T>(string sentence)
    {
        _faults.Add(sentence);
        return default;
    }

    /// <summary>1,2021E+11: the digits that are left out are lost.</summary>
    [GeneratedRegex(@"^[0-9]([.,][0-9]+)?[eE]\+[0-9]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shortened();
}
