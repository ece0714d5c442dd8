namespace AmoCrmQualification.Domain.Attribution;

/// <summary>Origin of a mark, in order of precedence at one instant.</summary>
public enum MarkSource
{
    Intake,
    Webhook,
    Api,
    Unsorted,
}

/// <summary>The kind of field a mark was found in, in order of precedence within one report.</summary>
public enum MarkField
{
    Tracking,
    Custom,
    Address,
}

/// <summary>A trace of where a deal came from: a tracking field, another custom field, or a parameter of an address in one.</summary>
/// <param name="Code">Lower case: <c>utm_content</c>; <c>field:{id}</c> for a field without a code of its own.</param>
/// <param name="Name">What the account calls the field.</param>
/// <param name="Value">Cleaned by <see cref="MarkText.Clean"/>, never empty.</param>
/// <param name="SeenAt">When the deal had it: the earliest <c>last_modified</c> or <c>updated_at</c> with this value.</param>
/// <param name="Position">Place among the fields of that report.</param>
public sealed record Mark(
    string Code,
    string? Name,
    string Value,
    MarkSource Source,
    MarkField Field,
    DateTimeOffset SeenAt,
    int Position
)
{
    /// <summary>Reports of one value at several times are one mark.</summary>
    public (string Code, MarkSource Source, MarkField Field, string Value) Key => (Code, Source, Field, Value);

    /// <summary>The ad platform did not fill its parameter in: shown to people, and no value.</summary>
    public bool IsUnfilled => MarkText.IsUnfilled(Value);

    /// <summary>Order of precedence: of the values of one code the first counts.</summary>
    public (DateTimeOffset, MarkSource, MarkField, int) Precedence => (SeenAt, Source, Field, Position);

    /// <summary>Commutative, associative and idempotent: the earlier report stays.</summary>
    public static Mark Merge(Mark a, Mark b) =>
        b.Precedence.CompareTo(a.Precedence) switch
        {
            < 0 => b,
            > 0 => a,
            _ => string.CompareOrdinal(b.Name, a.Name) < 0 ? b : a,
        };
}
