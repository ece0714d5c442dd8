namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>
/// Arrays as numbers between commas, for <c>string_to_array</c>: a column of arrays is a parameter of no type. Citus takes no cast of a
/// text to an array where a table is updated, as that could depend on settings.
/// </summary>
internal static class ArrayText
{
    /// <summary>Null for none.</summary>
    public static string? Format(IReadOnlyCollection<long> numbers) => numbers.Count == 0 ? null : string.Join(',', numbers);
}
