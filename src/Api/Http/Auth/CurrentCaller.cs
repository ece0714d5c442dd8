using System.Security.Claims;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The authenticated caller of this scope; no rights until it is set.</summary>
internal sealed class CurrentCaller : ICaller
{
    public const string AdminRole = "admin";
    public const string KeyRole = "account_key";
    public const string AccountClaim = "user_account_id";

    public bool MayUseEveryAccount { get; private set; }

    public IReadOnlyList<UserAccountId> Accounts { get; private set; } = [];

    public bool MayChangeAccounts { get; private set; }

    /// <summary>The service itself: workers have no caller.</summary>
    public void ActAsService() => (MayUseEveryAccount, MayChangeAccounts) = (true, true);

    public void ActFor(UserAccountId account) => (MayUseEveryAccount, MayChangeAccounts, Accounts) = (false, false, [account]);

    public void Become(ClaimsPrincipal principal)
    {
        MayUseEveryAccount = principal.IsInRole(AdminRole);
        MayChangeAccounts = MayUseEveryAccount || principal.IsInRole(KeyRole);
        Accounts = [.. principal.FindAll(AccountClaim).Select(claim => new UserAccountId(Guid.Parse(claim.Value)))];
    }

    /// <summary>Builds the claims of a role and its accounts, as keys have them.</summary>
    public static IEnumerable<Claim> ClaimsOf(PersonRole role, IReadOnlyList<UserAccountId> accounts) =>
        role switch
        {
            PersonRole.Admin => [new(ClaimTypes.Role, AdminRole)],
            PersonRole.Member => accounts.Select(account => new Claim(AccountClaim, account.Value.ToString())),
        };
}
