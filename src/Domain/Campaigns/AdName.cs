using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Campaigns;

/// <summary>The name of an ad as its platform told it last, so that a file without ids can be read.</summary>
public sealed class AdName : ITenantOwned
{
    private AdName() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public string AdId { get; private init; } = "";
    public string Name { get; private init; } = "";
}
