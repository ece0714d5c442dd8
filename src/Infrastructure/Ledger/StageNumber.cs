namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// A stage as one number, so that the stages a deal has reached are an array that is grouped and compared fast: the
/// pipeline in the upper half, the status in the lower. amoCRM's ids have eight or nine digits.
/// </summary>
internal static class StageNumber
{
    private const int Half = 32;

    // The array is in an index, where a row has 2,704 bytes. Nobody's deal reaches as many; the ledger has all.
    public const int Most = 200;

    // Another stage, of no pipeline that anybody asks for.
    private const long Unknown = 0;

    /// <summary>The same of a step of the history <c>h</c>; null where the ids do not fit.</summary>
    public const string StepSql = """
        CASE WHEN h.to_pipeline_id BETWEEN 0 AND 2147483647 AND h.to_status_id BETWEEN 0 AND 4294967295
          THEN h.to_pipeline_id << 32 | h.to_status_id END
        """;

    /// <summary>An array as text, the same for the same stages; null for none.</summary>
    public static string? Array(IEnumerable<Stage> stages) =>
        ArrayText.Format([.. stages.Where(Fits).Select(From).Order().Take(Most)]);

    /// <summary>A path as text: each stage in its turn; null for none.</summary>
    public static string? Path(IEnumerable<Stage> stages) =>
        ArrayText.Format([.. stages.Select(stage => Fits(stage) ? From(stage) : Unknown)]);

    /// <summary>The statuses of one pipeline among these numbers.</summary>
    public static IReadOnlyCollection<AmoStatusId> Statuses(long[] numbers, AmoPipelineId pipeline) =>
        [.. numbers.Where(number => number >> Half == pipeline.Value).Select(number => new AmoStatusId(number & uint.MaxValue))];

    public static Stage Stage(long number) => new(new(number >> Half), new(number & uint.MaxValue));

    private static bool Fits(Stage stage) =>
        stage.Pipeline.Value is >= 0 and <= int.MaxValue && stage.Status.Value is >= 0 and <= uint.MaxValue;

    private static long From(Stage stage) => (stage.Pipeline.Value << Half) | stage.Status.Value;
}
