using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>
/// Meaning of an account's custom fields, set by a person. Each change is a version: leads that came before go by theirs until it is
/// applied to all.
/// </summary>
public sealed class AttributionSettings : ITenantOwned
{
    private AttributionSettings() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public int Version { get; private init; }

    /// <summary>In order of precedence.</summary>
    public IReadOnlyList<MappedField> Fields { get; private init; } = [];

    /// <summary>Since when it rules older leads too; null while it rules those alone that came after it.</summary>
    public DateTimeOffset? AppliedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public static AttributionSettings Create(
        UserAccountId account,
        int version,
        IReadOnlyList<MappedField> fields,
        DateTimeOffset now
    ) =>
        new()
        {
            UserAccountId = account,
            Version = version,
            Fields = fields,
            CreatedAt = now,
        };

    public void Apply(DateTimeOffset now) => AppliedAt ??= now;
}
