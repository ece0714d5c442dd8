using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Counts the leads that verdicts are made of.</summary>
public interface IJudgedLeads
{
    /// <summary>Returns the leads of a judged cohort that repeat one of the same person in the same creative.</summary>
    Task<IReadOnlyList<LeadId>> RepeatsAsync(Cohort judged, CancellationToken cancellationToken);

    /// <summary>Returns the judged leads of each creative by the day of their creation.</summary>
    Task<IReadOnlyList<JudgedCreative>> ByCreativeAsync(Cohort judged, CancellationToken cancellationToken);
}
