namespace AmoCrmQualification.Domain.Attribution;

/// <summary>A custom field of a deal as amoCRM reports it.</summary>
/// <param name="Values">As they came, freed of their transport's encoding.</param>
public sealed record DealField(long? Id, string? Code, string? Name, IReadOnlyList<string> Values);

/// <summary>Reads the marks of a deal from its custom fields.</summary>
public static class FieldMarks
{
    public static IReadOnlyList<Mark> Read(IEnumerable<DealField> fields, MarkSource source, DateTimeOffset seenAt)
    {
        var marks = new List<Mark>();
        foreach (var (field, position) in fields.Select((field, position) => (field, position)))
        {
            if (CodeOf(field) is not var (code, kind))
                continue;
            foreach (var raw in field.Values)
            {
                if (MarkText.Clean(raw) is { } value)
                    marks.Add(new(code, field.Name, value, source, kind, seenAt, position));
                foreach (var (parameter, told) in AddressMarks.Read(raw))
                    marks.Add(new(parameter, field.Name, told, source, MarkField.Address, seenAt, position));
            }
        }

        return [.. marks.GroupBy(mark => mark.Key).Select(same => same.Aggregate(Mark.Merge))];
    }

    /// <summary>Reads addresses among texts of a form that became a deal.</summary>
    public static IReadOnlyList<Mark> ReadAddresses(IEnumerable<string> texts, MarkSource source, DateTimeOffset seenAt) =>
        [
            .. texts
                .SelectMany(AddressMarks.Read, (_, told) => told)
                .Select((told, position) => new Mark(told.Code, null, told.Value, source, MarkField.Address, seenAt, position))
                .GroupBy(mark => mark.Key)
                .Select(same => same.Aggregate(Mark.Merge)),
        ];

    /// <summary>Returns the code of the marks that a field makes.</summary>
    public static string CodeFor(long id, string? code) => TrackingCode(code) ?? CustomCode(id);

    private static (string Code, MarkField Kind)? CodeOf(DealField field) =>
        TrackingCode(field.Code) is { } code ? (code, MarkField.Tracking)
        : field.Id is { } id ? (CustomCode(id), MarkField.Custom)
        : null;

    private static string? TrackingCode(string? code) =>
        code?.ToLowerInvariant() is { } lower && TrackingCodes.BuiltIn.Contains(lower) ? lower : null;

    private static string CustomCode(long id) => FormattableString.Invariant($"{TrackingCodes.OwnField}{id}");
}
