using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Matching;

/// <summary>A contact as a webhook tells it.</summary>
public sealed record ContactReport(UserAccountId Account, AmoContactCard Card);

public enum ContactEffect
{
    /// <summary>amoCRM is asked about its deals: they may get a person, or turn out to be another lead's.</summary>
    Asked,

    /// <summary>It has the name, the phones and the e-mail that are known already.</summary>
    Unchanged,

    /// <summary>None of its deals waits for a person.</summary>
    Unknown,
}
