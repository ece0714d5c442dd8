namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Ad spend as it was sent: a table in whatever form a platform or a spreadsheet writes it, or JSON rows.</summary>
public sealed record AdSpendFile(bool IsTable, ReadOnlyMemory<byte> Content);

/// <summary>Why a line, or a file as a whole, cannot be taken.</summary>
public enum LineFault
{
    UnreadableFile,
    UnreadableLine,
    UnknownColumns,
    NoAdIds,
    DamagedIds,
    BadId,
    UnknownCreative,
    BadDay,
    BadAmount,
    BadCurrency,
    CurrencyConflict,
    DuplicateLine,
    ControlTotalMismatch,
    PeriodTotal,
    AmountUnitUnknown,
}

/// <param name="Line">The line of the CSV, the first being 1; or the place of the row in JSON, the first being 1.</param>
/// <param name="Column">The column at fault, where it is one.</param>
/// <param name="Value">What stands there; null when nothing does.</param>
public sealed record LineError(int Line, LineFault Code, string Message, string? Column = null, string? Value = null);

/// <summary>Lines that cannot be taken; then none is.</summary>
public sealed class InvalidLinesException(IReadOnlyList<LineError> errors) : Exception("Some lines are not valid.")
{
    public InvalidLinesException(int line, LineFault code, string message)
        : this([new(line, code, message)]) { }

    public IReadOnlyList<LineError> Errors { get; } = errors;
}
