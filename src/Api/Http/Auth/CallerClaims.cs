using System.Security.Claims;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>Rights as claims of a principal: the same for keys, tokens and people.</summary>
internal static class CallerClaims
{
    private const string RightClaim = "right";
    private const string AccountClaim = "user_account_id";
    private const string ContactsClaim = "sees_contacts";

    /// <summary>A key works in its account and keeps it.</summary>
    private static readonly IReadOnlyList<Right> s_ofKey = [Right.Read, Right.Work, Right.Configure];

    public static IEnumerable<Claim> OfOperator() => OfPerson(PersonRole.Admin, [], hideContacts: false);

    public static IEnumerable<Claim> OfKey(UserAccountId account) => Build(s_ofKey, [account], hideContacts: false);

    /// <summary>A share link has no right of its own, and sees no contact.</summary>
    public static IEnumerable<Claim> OfShare(UserAccountId account) => Build([], [account], hideContacts: true);

    public static IEnumerable<Claim> OfPerson(PersonRole role, IReadOnlyList<UserAccountId> accounts, bool hideContacts) =>
        Build(role.Rights(), role == PersonRole.Admin ? [] : accounts, hideContacts);

    public static Claim Of(Right right) => new(RightClaim, right.ToString());

    public static bool Has(this ClaimsPrincipal principal, Right right) => principal.HasClaim(RightClaim, right.ToString());

    public static bool SeesContacts(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == ContactsClaim);

    public static IReadOnlyList<UserAccountId> Accounts(this ClaimsPrincipal principal) =>
        [.. principal.FindAll(AccountClaim).Select(claim => new UserAccountId(Guid.Parse(claim.Value)))];

    private static IEnumerable<Claim> Build(IEnumerable<Right> rights, IEnumerable<UserAccountId> accounts, bool hideContacts) =>
        [
            .. rights.Select(Of),
            .. accounts.Select(account => new Claim(AccountClaim, account.Value.ToString())),
            .. hideContacts ? Array.Empty<Claim>() : [new Claim(ContactsClaim, "true")],
        ];
}
