namespace AmoCrmQualification.Application.Analytics;

/// <summary>The leads that the denominator of a rate counts.</summary>
public enum RatePopulation
{
    /// <summary>Leads of the filter, created in its days.</summary>
    LeadsCreatedInPeriod,

    /// <summary>Those of them that are as many days old as mode within asks for.</summary>
    LeadsOldEnough,

    /// <summary>Leads that verdicts are made of, whatever period was asked for.</summary>
    JudgedLeads,

    /// <summary>Leads that qualify by the mode.</summary>
    QualifiedLeads,

    /// <summary>Leads that reached or passed the stage before.</summary>
    LeadsAtPreviousStage,

    /// <summary>Leads that reached or passed the first stage.</summary>
    LeadsAtFirstStage,

    /// <summary>Leads of the filter that are lost now.</summary>
    LostLeads,
}
