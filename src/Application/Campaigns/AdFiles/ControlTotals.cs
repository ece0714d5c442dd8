using System.Globalization;

namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>Compares the rows with the total that the file tells itself.</summary>
internal static class ControlTotals
{
    private const decimal Tolerance = 0.01m;

    public static SpendReading Check(SpendReading reading, SpendLine? total, SpendNumbers numbers, SpendSetting setting)
    {
        if (total?[SpendColumn.Spend] is not { } cell)
            return reading;
        var (amount, _, fault) = numbers.Amount(cell);
        if (fault is not null)
            return With(reading, new(total.Number, LineFault.BadAmount, $"spend {fault}.", Column, cell.Shown));
        var checkedReading = reading with { ControlTotal = setting.Scale(amount!.Value) };
        if (reading.Errors.Count > 0)
            return checkedReading;
        if (reading.Total is not { } sum)
            return With(
                checkedReading,
                new(
                    total.Number,
                    LineFault.CurrencyConflict,
                    "The lines are in several currencies, so that their total is of none."
                )
            );
        return Math.Abs(sum - checkedReading.ControlTotal.Value) <= Tolerance
            ? checkedReading
            : With(checkedReading, Mismatch(total.Number, checkedReading.ControlTotal.Value, sum));
    }

    private static string Column => SpendColumns.NameOf(SpendColumn.Spend);

    private static SpendReading With(SpendReading reading, LineError error) =>
        reading with
        {
            Errors = [.. reading.Errors, error],
        };

    private static LineError Mismatch(int line, decimal control, decimal sum) =>
        new(
            line,
            LineFault.ControlTotalMismatch,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file's total is {control:0.00####}, its lines add up to {sum:0.00####}: some are missing. Export it again."
            ),
            Column,
            control.ToString(CultureInfo.InvariantCulture)
        );
}
