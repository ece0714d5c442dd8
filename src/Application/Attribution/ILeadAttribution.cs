using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Attribution;

/// <summary>Decides whose leads are, a set at a time. Works in the transaction of the database context.</summary>
public interface ILeadAttribution
{
    /// <summary>Decides anew by the settings that rule each lead, and writes what differs.</summary>
    Task DecideAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken);

    /// <summary>Decides by the newest settings for leads that are about to be made of deals, and writes nothing.</summary>
    Task<IReadOnlyList<LeadDecision>> DecideNewAsync(
        UserAccountId account,
        IReadOnlyDictionary<LeadId, IReadOnlyList<Mark>> leads,
        CancellationToken cancellationToken
    );

    /// <summary>Decides anew for the leads of a creative, and those that bear one of these values in any mark.</summary>
    /// <param name="values">Ids of ads and values of marks that the creative has, or had.</param>
    Task DecideMentioningAsync(
        UserAccountId account,
        CreativeId creative,
        IReadOnlyCollection<string> values,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The next leads of the account in the order of their ids, as they are and as these settings would have them; null: those
    /// that rule each lead. A page that is not full is the last one. Erased leads stay as they are.
    /// </summary>
    Task<IReadOnlyList<LeadDecision>> CompareAsync(
        UserAccountId account,
        LeadId? after,
        int limit,
        IReadOnlyList<MappedField>? fields,
        CancellationToken cancellationToken
    );

    /// <summary>Makes it as a person says, whatever its marks say; null: its marks decide again. Needs the account alone.</summary>
    Task CorrectAsync(UserAccountId account, LeadId lead, LeadAttribution? said, CancellationToken cancellationToken);

    /// <summary>Writes those that differ, and returns how many did.</summary>
    Task<int> WriteAsync(UserAccountId account, IReadOnlyCollection<LeadDecision> decisions, CancellationToken cancellationToken);
}

/// <param name="Marks">All that the lead bears; of one that was made of a deal they fill its utm fields.</param>
public sealed record LeadDecision(
    LeadId Lead,
    bool IsAdopted,
    LeadAttribution Before,
    LeadAttribution After,
    IReadOnlyList<Mark> Marks
)
{
    public bool IsChange => Before != After;
}
