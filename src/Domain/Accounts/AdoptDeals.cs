namespace AmoCrmQualification.Domain.Accounts;

/// <summary>Choice of the deals made elsewhere that count as leads of an account.</summary>
public enum AdoptDeals
{
    All,

    /// <summary>Only deals that bear a tracking field, a mapped field, or an address with marks.</summary>
    WithMarks,

    Off,
}
