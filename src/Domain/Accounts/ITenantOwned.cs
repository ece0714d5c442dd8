namespace AmoCrmQualification.Domain.Accounts;

/// <summary>A row of one account; only callers who may use that account can read it.</summary>
public interface ITenantOwned
{
    UserAccountId UserAccountId { get; }
}
