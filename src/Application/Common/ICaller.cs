using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Application.Common;

/// <summary>Who asks. Tenancy comes from here, never from the request alone.</summary>
public interface ICaller
{
    /// <summary>The operator, and the service's own workers: every account.</summary>
    bool MayUseEveryAccount { get; }

    IReadOnlyList<UserAccountId> Accounts { get; }
}
