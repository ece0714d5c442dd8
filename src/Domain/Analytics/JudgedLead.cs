namespace AmoCrmQualification.Domain.Analytics;

/// <summary>A lead of a person that has several in one creative.</summary>
/// <param name="Day">Of its creation, in the account's time zone.</param>
public readonly record struct JudgedLead(DateTimeOffset CreatedAt, DateOnly Day, bool IsQualified)
{
    /// <summary>
    /// Leaves out repeats: a person who comes again within the horizon of the last counted lead is one lead, and what the
    /// repeat does is not credited.
    /// </summary>
    public static IEnumerable<JudgedLead> WithoutRepeats(IEnumerable<JudgedLead> ofOnePerson, TimeSpan horizon)
    {
        DateTimeOffset? counted = null;
        foreach (var lead in ofOnePerson.OrderBy(lead => lead.CreatedAt))
        {
            if (lead.CreatedAt - counted <= horizon)
                continue;
            counted = lead.CreatedAt;
            yield return lead;
        }
    }
}
