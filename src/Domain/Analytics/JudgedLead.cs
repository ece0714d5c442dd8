using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A lead of a person that has several in one creative.</summary>
public readonly record struct JudgedLead(LeadId Lead, DateTimeOffset CreatedAt)
{
    /// <summary>Finds the repeats; see <see cref="PersonRepeats"/>.</summary>
    public static IEnumerable<LeadId> Repeats(IEnumerable<JudgedLead> ofOnePerson, TimeSpan horizon) =>
        PersonRepeats
            .In(ofOnePerson.OrderBy(lead => lead.CreatedAt).ThenBy(lead => lead.Lead.Value), lead => lead.CreatedAt, horizon)
            .Select(lead => lead.Lead);
}
