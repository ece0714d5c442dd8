namespace AmoCrmQualification.Domain.Analytics;

/// <summary>Leads of one person in one creative that are not counted again.</summary>
public static class PersonRepeats
{
    /// <summary>
    /// Finds the repeats: a person who comes again within the horizon of the last counted lead is one lead, and what the repeat
    /// does is not credited.
    /// </summary>
    /// <param name="ofOnePerson">In the order of their creation.</param>
    public static IEnumerable<TLead> In<TLead>(
        IEnumerable<TLead> ofOnePerson,
        Func<TLead, DateTimeOffset> created,
        TimeSpan horizon
    )
    {
        DateTimeOffset? counted = null;
        foreach (var lead in ofOnePerson)
        {
            if (created(lead) - counted <= horizon)
                yield return lead;
            else
                counted = created(lead);
        }
    }
}
