using System.Globalization;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>
/// Reads the numbers of one file. The whole file tells whether its decimal mark is a point or a comma, by any number that
/// can be read in one way only; where none does, or they differ, a number that can be read in two ways is not guessed at.
/// </summary>
internal sealed class SpendNumbers
{
    private const string NoNumber = "is no number: write 1234.56";
    private static readonly SpendColumn[] Counts = [SpendColumn.Impressions, SpendColumn.Clicks];

    private readonly bool _hasPoint;
    private readonly bool _hasComma;

    public SpendNumbers(IEnumerable<SpendLine> lines)
    {
        foreach (var number in lines.SelectMany(Texts).Where(number => number.IsCertain))
        {
            _hasPoint |= number.ByPoint is not null;
            _hasComma |= number.ByComma is not null;
        }
    }

    /// <summary>An amount with the currencies that its sign may mean, or why it is none.</summary>
    public (decimal? Value, IReadOnlyList<string>? Money, string? Fault) Amount(SpendCell cell) => Read(cell, isCount: false);

    public (long? Value, string? Fault) Count(SpendCell cell)
    {
        var (value, money, fault) = Read(cell, isCount: true);
        if (fault is null && money is not null)
            fault = NoNumber;
        if (fault is null && (value > long.MaxValue || value != decimal.Truncate(value!.Value)))
            fault = "is no whole number";
        return fault is null ? ((long)value!.Value, null) : (null, fault);
    }

    private static IEnumerable<WrittenNumber> Texts(SpendLine line)
    {
        if (Text(line[SpendColumn.Spend]) is { } spend)
            yield return spend;
        foreach (var count in Counts)
            if (Text(line[count]) is { } number)
                yield return number.AsCount();
    }

    private static WrittenNumber? Text(SpendCell? cell) =>
        cell is { IsNumber: false, Text: var text } ? WrittenNumber.Read(text) : null;

    private (decimal? Value, IReadOnlyList<string>? Money, string? Fault) Read(SpendCell cell, bool isCount)
    {
        if (cell.Text is ['=', ..])
            return (null, null, "is a formula: save the file with values");
        if (Written(cell) is not { IsNumber: true } number)
            return (null, null, NoNumber);
        if (number.IsNegative)
            return (null, null, "is negative");

        var told = isCount ? number.AsCount() : number;
        if (told.ByPoint is not { } byPoint || told.ByComma is not { } byComma || byPoint == byComma)
            return ((told.ByPoint ?? told.ByComma), told.Money, null);
        if (_hasPoint != _hasComma)
            return (_hasComma ? byComma : byPoint, told.Money, null);
        return isCount // 12,000 of them: nobody counts thousandths
            ? (Math.Max(byPoint, byComma), told.Money, null)
            : (null, null, Either(byPoint, byComma));
    }

    private static WrittenNumber? Written(SpendCell cell)
    {
        if (!cell.IsNumber)
            return WrittenNumber.Read(cell.Text);
        return decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? WrittenNumber.Exact(exact)
            : null;
    }

    /// <summary>One more zero makes three decimals certain.</summary>
    private static string Either(decimal one, decimal other)
    {
        var (whole, fraction) = (Math.Max(one, other), Math.Min(one, other));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"is either {whole:0.###} or {fraction:0.###}: write {whole:0.###} or {fraction:0.0000}"
        );
    }
}
