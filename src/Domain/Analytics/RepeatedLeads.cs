namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Leads of a person that has several in one creative.</summary>
public static class RepeatedLeads
{
    /// <summary>
    /// Leaves out repeats: a person who comes again within the horizon of the last counted lead is one lead, and what the
    /// repeat does is not credited.
    /// </summary>
    public static IEnumerable<TLead> LeaveOut<TLead>(
        IEnumerable<TLead> ofOnePerson,
        Func<TLead, DateTimeOffset> createdAt,
        TimeSpan horizon
    )
    {
        DateTimeOffset? counted = null;
        foreach (var lead in ofOnePerson.OrderBy(createdAt))
        {
            if (createdAt(lead) - counted <= horizon)
                continue;
            counted = createdAt(lead);
            yield return lead;
        }
    }
}
