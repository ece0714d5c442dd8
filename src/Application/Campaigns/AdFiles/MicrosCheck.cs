namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Asks for the unit of amounts that may be millionths.</summary>
internal static class MicrosCheck
{
    private const decimal Least = 10_000;

    public static LineError? Find(SpendTable table, IReadOnlyCollection<decimal> amounts, AmountUnit? unit)
    {
        var spent = amounts.Where(amount => amount != 0).ToList();
        var isUnclear =
            unit is null
            && table.Heading.Report is { MayBeInMicros: true }
            && spent.Count > 0
            && spent.TrueForAll(amount => amount >= Least && decimal.IsInteger(amount));
        return isUnclear
            ? new(
                table.Heading.Line,
                LineFault.AmountUnitUnknown,
                "Amounts may be millionths of the currency: repeat with unit=micros or unit=units.",
                SpendColumns.NameOf(SpendColumn.Spend)
            )
            : null;
    }
}
