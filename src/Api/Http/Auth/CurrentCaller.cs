using System.Security.Claims;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>The authenticated caller of this scope; no rights until it is set.</summary>
internal sealed class CurrentCaller : ICaller
{
    public bool MayUseEveryAccount { get; private set; }

    public IReadOnlyList<UserAccountId> Accounts { get; private set; } = [];

    public bool MayChangeAccounts { get; private set; }

    public bool SeesContacts { get; private set; }

    /// <summary>The service itself: workers have no caller.</summary>
    public void ActAsService() => (MayUseEveryAccount, MayChangeAccounts, SeesContacts) = (true, true, true);

    public void ActFor(UserAccountId account) =>
        (MayUseEveryAccount, MayChangeAccounts, SeesContacts, Accounts) = (false, false, false, [account]);

    public void Become(ClaimsPrincipal principal)
    {
        MayUseEveryAccount = principal.Has(Right.Administer);
        MayChangeAccounts = principal.Has(Right.Configure);
        SeesContacts = principal.SeesContacts();
        Accounts = principal.Accounts();
    }
}
