using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Finds the leads that verdicts leave out.</summary>
public interface IJudgedLeads
{
    /// <summary>Returns the leads of a judged cohort that repeat one of the same person in the same creative.</summary>
    Task<IReadOnlyList<LeadId>> RepeatsAsync(Cohort judged, CancellationToken cancellationToken);
}
