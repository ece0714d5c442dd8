using AmoCrmQualification.Application.Campaigns.AdFiles;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Reads one line after the other, in the notation of the file.</summary>
internal sealed class SpendLineReader(SpendNumbers numbers, SpendDays days, FileHeading heading, SpendSetting setting)
{
    private const decimal MaxSpend = 1_000_000_000_000;
    private const int Decimals = 6;

    private readonly IReadOnlyList<string>? _ofHeading = HeadingText.Currencies(heading.Find(SpendColumn.Spend)?.Unit);
    private readonly List<LineError> _faults = [];
    private SpendLine _line = new(0);

    /// <summary>The row, or a sentence for each of its faults.</summary>
    public (SpendRow? Row, IReadOnlyList<LineError> Faults) Read(SpendLine line)
    {
        if (line.Fault is { } unreadable)
            return (null, [new(line.Number, LineFault.UnreadableLine, unreadable)]);
        _faults.Clear();
        _line = line;
        var row = new SpendRow(
            line.Number,
            Day(line[SpendColumn.Date], line[SpendColumn.PeriodEnd]),
            IsKnownByName(line) ? AdByName(line[SpendColumn.AdName]!.Value) : Ad(line[SpendColumn.AdId]),
            Creative(line[SpendColumn.CreativeId]),
            Amount(line[SpendColumn.Spend], Currency(line[SpendColumn.Currency]), out var stated),
            stated,
            Count(line, SpendColumn.Impressions),
            Count(line, SpendColumn.Clicks),
            AdNameText.Clean(line[SpendColumn.AdName])
        );
        if (AdIdText.Clean(line[SpendColumn.AdId]?.Text) is null && line[SpendColumn.CreativeId] is null && !IsKnownByName(line))
            _faults.Add(new(line.Number, LineFault.NoAdIds, "ad_id or creative_id is needed."));
        return _faults.Count == 0 ? (row, []) : (null, [.. _faults]);
    }

    private DateOnly Day(SpendCell? cell, SpendCell? end)
    {
        if (cell is not { } written)
            return Fault<DateOnly>(LineFault.BadDay, SpendColumn.Date, "is missing");
        var (day, fault) = days.Read(written);
        var endsLater = end is { } last && day is { } first && days.Read(last).Day is { } other && other != first;
        if (endsLater || (heading.Report is not null && days.IsPeriod(written)))
            _faults.Add(ReportFaults.PeriodTotal(_line.Number, heading.Report));
        else if (fault is not null)
            return Fault<DateOnly>(LineFault.BadDay, SpendColumn.Date, fault);
        return day ?? default;
    }

    /// <summary>The file has no ids, and the line has a name.</summary>
    private bool IsKnownByName(SpendLine line) =>
        line[SpendColumn.AdId] is null
        && line[SpendColumn.CreativeId] is null
        && !heading.Has(SpendColumn.AdId)
        && AdNameText.Clean(line[SpendColumn.AdName]) is not null;

    private string? AdByName(SpendCell name)
    {
        var ads = setting.AdsByName.GetValueOrDefault(AdNameText.Clean(name)!) ?? [];
        if (ads is [var only])
            return only;
        _faults.Add(ReportFaults.NameUnknown(_line.Number, name.Shown, ads.Count > 1, heading.Report));
        return null;
    }

    private string? Ad(SpendCell? cell)
    {
        if (cell is not { } written || AdIdText.Clean(written.Text) is not { } id)
            return null;
        if (id.Length > AdIdText.MaxLength || written.Text.Any(char.IsControl))
            return Fault<string>(LineFault.BadId, SpendColumn.AdId, $"has 1 to {AdIdText.MaxLength} characters in one line");
        if (id is ['=', ..])
            return Fault<string>(LineFault.DamagedIds, SpendColumn.AdId, "is a formula: save the file with values");
        if (AdIdText.IsDamaged(id))
            return Fault<string>(LineFault.DamagedIds, SpendColumn.AdId, $"was shortened by a spreadsheet: {AdIdText.Remedy}");
        return written.IsNumber && AdIdText.MayBeRounded(id)
            ? Fault<string>(
                LineFault.DamagedIds,
                SpendColumn.AdId,
                "may have lost its last digits as a number: send it as a text"
            )
            : id;
    }

    private CreativeId? Creative(SpendCell? cell)
    {
        if (cell is not { } written)
            return null;
        return Guid.TryParse(written.Text, out var id)
            ? new(id)
            : Fault<CreativeId?>(LineFault.UnknownCreative, SpendColumn.CreativeId, "is no UUID");
    }

    /// <summary>The amount, and the currency that it is of.</summary>
    private decimal Amount(SpendCell? cell, string? given, out string? stated)
    {
        if (given is not null && _ofHeading?.Contains(given) == false)
            _faults.Add(
                new(
                    _line.Number,
                    LineFault.CurrencyConflict,
                    $"The heading says that spend is in {_ofHeading[0]}, the line that it is in {given}."
                )
            );
        given ??= _ofHeading is null ? setting.Currency : Meant(_ofHeading);
        stated = given;
        if (cell is not { } written)
            return Fault<decimal>(LineFault.BadAmount, SpendColumn.Spend, "is missing");
        var (spend, money, fault) = numbers.Amount(written);
        if (fault is not null)
            return Fault<decimal>(LineFault.BadAmount, SpendColumn.Spend, fault);
        if (money is not null && given is not null && !money.Contains(given))
            return Fault<decimal>(
                LineFault.CurrencyConflict,
                SpendColumn.Spend,
                $"is in {money[0]}, but its currency is said to be {given}"
            );
        stated = given ?? money?[0];
        return spend <= MaxSpend
            ? decimal.Round(setting.Scale(spend.Value), Decimals)
            : Fault<decimal>(LineFault.BadAmount, SpendColumn.Spend, "is absurdly high");
    }

    private string? Currency(SpendCell? cell)
    {
        if (cell is not { Text: var text })
            return null;
        var code = text.Length == 3 && text.All(char.IsAsciiLetter) ? text.ToUpperInvariant() : null;
        return MoneySigns.Find(text) is { } money
            ? Meant(money)
            : code ?? Fault<string>(LineFault.BadCurrency, SpendColumn.Currency, "is no ISO 4217 code such as RUB");
    }

    /// <summary>The account's currency where a sign may mean it.</summary>
    private string Meant(IReadOnlyList<string> money) => money.FirstOrDefault(meant => meant == setting.Currency) ?? money[0];

    private long? Count(SpendLine line, SpendColumn column)
    {
        if (line[column] is not { } written)
            return null;
        var (count, fault) = numbers.Count(written);
        return fault is null ? count : Fault<long?>(LineFault.BadAmount, column, fault);
    }

    private T? Fault<T>(LineFault code, SpendColumn column, string sentence)
    {
        var name = SpendColumns.NameOf(column);
        _faults.Add(new(_line.Number, code, $"{name} {sentence}.", name, _line[column]?.Shown));
        return default;
    }
}
