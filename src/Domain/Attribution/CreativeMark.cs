using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>A mark by which a person says that leads are a creative's. It names one creative; case does not matter.</summary>
public sealed class CreativeMark : ITenantOwned
{
    private CreativeMark() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public CreativeId CreativeId { get; private init; }
    public string Code { get; private init; } = "";
    public string Value { get; private init; } = "";
    public string FoldedValue { get; private init; } = "";

    /// <summary>Identity of the mark within its account.</summary>
    public (string Code, string FoldedValue) Key => (Code, FoldedValue);

    public static CreativeMark Create(UserAccountId account, CreativeId creative, string code, string value) =>
        new()
        {
            UserAccountId = account,
            CreativeId = creative,
            Code = code,
            Value = value,
            FoldedValue = MarkText.Fold(value),
        };
}
