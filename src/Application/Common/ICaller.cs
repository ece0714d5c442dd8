namespace AmoCrmQualification.Application.Common;

/// <summary>The caller. Tenancy comes from here, never from the request alone.</summary>
public interface ICaller
{
    /// <summary>The operator, and the service's own workers: every account.</summary>
    bool MayUseEveryAccount { get; }

    IReadOnlyList<UserAccountId> Accounts { get; }

    /// <summary>Operators, administrators and keys: their accounts' settings, connection and secrets. Members only work in accounts.</summary>
    bool MayChangeAccounts { get; }

    /// <summary>Names, phones, e-mails, messages and payloads may be shown and searched.</summary>
    bool SeesContacts { get; }

    /// <summary>From here on the caller acts for this account alone, authenticated by something else than a key.</summary>
    void ActFor(UserAccountId account);
}
