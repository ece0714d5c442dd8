using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A lead of a person that has several in one creative.</summary>
public readonly record struct JudgedLead(LeadId Lead, DateTimeOffset CreatedAt)
{
    /// <summary>
    /// Finds the repeats: a person who comes again within the horizon of the last counted lead is one lead, and what the repeat
    /// does is not credited.
    /// </summary>
    public static IEnumerable<LeadId> Repeats(IEnumerable<JudgedLead> ofOnePerson, TimeSpan horizon)
    {
        DateTimeOffset? counted = null;
        foreach (var lead in ofOnePerson.OrderBy(lead => lead.CreatedAt).ThenBy(lead => lead.Lead.Value))
        {
            if (lead.CreatedAt - counted <= horizon)
                yield return lead.Lead;
            else
                counted = lead.CreatedAt;
        }
    }
}
