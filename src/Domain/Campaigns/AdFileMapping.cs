using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Campaigns;

/// <summary>The meaning of the columns of an unknown file, as a person named it; remembered by the set of headings.</summary>
public sealed class AdFileMapping : ITenantOwned
{
    private AdFileMapping() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>A hash of the set of headings.</summary>
    public string Headings { get; private init; } = "";

    /// <summary>JSON: heading to meaning.</summary>
    public string Columns { get; private init; } = "";

    public DateTimeOffset UpdatedAt { get; private init; }
}
