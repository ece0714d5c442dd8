using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>The leads behind the figures: each count is the length of one of these lists.</summary>
public interface ICohortLeads
{
    /// <summary>The leads of the filter, whatever became of them.</summary>
    IQueryable<Lead> Chosen(Cohort cohort);

    /// <summary>The leads that figures count.</summary>
    IQueryable<Lead> Counted(Cohort cohort);

    /// <summary>Those of the leads that qualify, or that do not.</summary>
    IQueryable<Lead> Qualified(IQueryable<Lead> leads, Cohort cohort, bool isQualified);

    /// <summary>Those that entered a stage; <paramref name="orPassed"/>: or one that it is the way to.</summary>
    IQueryable<Lead> Reached(IQueryable<Lead> leads, UserAccountId account, Stage stage, bool orPassed);

    /// <summary>Those that are lost now and were in a stage before.</summary>
    IQueryable<Lead> LostFrom(IQueryable<Lead> leads, Stage stage);
}
