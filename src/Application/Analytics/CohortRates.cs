using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Rates of a cohort, each with its population.</summary>
internal static class CohortRates
{
    /// <summary>Of the leads that the mode can speak of, those that qualify.</summary>
    public static RateView Qualification(this Cohort cohort, OutcomeCount outcome) =>
        RateView.From(
            new(outcome.Qualified, outcome.Leads - outcome.TooYoung),
            Population(cohort.Mode),
            cohort.AsOf,
            cohort.Mode == QualificationMode.Within ? outcome.TooYoung : null
        );

    /// <summary>Of the qualified leads those that bought.</summary>
    public static RateView Conversion(this Cohort cohort, OutcomeCount outcome) =>
        RateView.From(new(outcome.WonQualified, outcome.Qualified), RatePopulation.QualifiedLeads, cohort.AsOf);

    private static RatePopulation Population(QualificationMode mode) =>
        mode switch
        {
            QualificationMode.Current or QualificationMode.Ever or QualificationMode.ReachedOrPassed =>
                RatePopulation.LeadsCreatedInPeriod,
            QualificationMode.Within => RatePopulation.LeadsOldEnough,
            QualificationMode.Judged => RatePopulation.JudgedLeads,
        };
}
