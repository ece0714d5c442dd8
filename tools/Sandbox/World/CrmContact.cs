namespace AmoCrmQualification.Sandbox.World;

public sealed record CrmContact
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public long ResponsibleUserId { get; init; }
    public long CreatedBy { get; init; }
    public long UpdatedBy { get; init; }
    public required long CreatedAt { get; init; }
    public required long UpdatedAt { get; init; }
    public IReadOnlyList<CrmField> Fields { get; init; } = [];
    public IReadOnlyList<CrmTag> Tags { get; init; } = [];

    /// <summary>
    /// amoCRM's `query` is a substring search over everything filled in; whether it looks past the signs people put
    /// between the digits of a phone is not documented.
    /// </summary>
    internal bool Mentions(string query, bool phonesAsTyped) =>
        Name.Contains(query, StringComparison.OrdinalIgnoreCase)
        || Fields.Any(f =>
            f.Values.Any(v =>
                v.Value.Contains(query, StringComparison.OrdinalIgnoreCase)
                || (!phonesAsTyped && f.Code == "PHONE" && Digits(v.Value).Contains(query, StringComparison.Ordinal))
            )
        );

    private static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));
}

public sealed record NewContact
{
    public long? Id { get; init; }
    public string? Name { get; init; }
    public IReadOnlyList<string> Phones { get; init; } = [];
    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<CrmField> Fields { get; init; } = [];
    public long? ResponsibleUserId { get; init; }

    /// <summary>Deals that it is linked to at birth.</summary>
    public IReadOnlyList<long> LeadIds { get; init; } = [];
    public long? At { get; init; }
    public long By { get; init; }
}

/// <summary>Changes of a contact's card by a person; what is left out stays.</summary>
public sealed record ContactChange(
    string? Name = null,
    IReadOnlyList<string>? Phones = null,
    IReadOnlyList<string>? Emails = null,
    long? At = null,
    long By = 0
);
