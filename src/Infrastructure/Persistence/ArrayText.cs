namespace AmoCrmQualification.Infrastructure.Persistence;

/// <summary>Arrays as PostgreSQL reads them from text: a column of arrays is a parameter of no type.</summary>
internal static class ArrayText
{
    /// <summary>Null for none.</summary>
    public static string? Format(IReadOnlyCollection<long> numbers) =>
        numbers.Count == 0 ? null : $"{{{string.Join(',', numbers)}}}";
}
