using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Application.Data;

/// <summary>A mark of a deal as it is stored. The ledger writes it; here it is only read.</summary>
public sealed class LeadMark : ITenantOwned
{
    private LeadMark() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DealId AmocrmLeadId { get; private init; }
    public string Code { get; private init; } = "";
    public MarkSource Source { get; private init; }
    public MarkField Field { get; private init; }
    public string Value { get; private init; } = "";

    /// <summary>Name of the field in the account.</summary>
    public string? Name { get; private init; }

    public DateTimeOffset SeenAt { get; private init; }
    public int Position { get; private init; }
}
