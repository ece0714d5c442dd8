using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Finds the leads of a filter, for a page of them or for all.</summary>
internal sealed class LeadFinder(IAppDbContext db, ICaller caller, CohortReader cohorts, ICohortLeads cohortLeads)
{
    public async Task<IQueryable<Lead>> FindAsync(LeadFilter filter, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(filter.Cohort, cancellationToken);
        var leads = filter.IsOfFigures ? Behind(cohortLeads.Counted(cohort), cohort.Account, filter) : cohortLeads.Chosen(cohort);
        if (filter.IsQualified is { } isQualified)
            leads = cohortLeads.Qualified(leads, cohort, isQualified);
        if (filter.AmocrmPush is { } push)
            leads = leads.Where(l => l.AmocrmPush == EF.Constant(push)); // there is an index of those that failed
        return WithStatus(leads, filter).Matching(filter.Search, caller.SeesContacts);
    }

    private IQueryable<Lead> Behind(IQueryable<Lead> leads, UserAccountId account, LeadFilter filter)
    {
        if (filter.Behind.Won is { } won)
            leads = leads.Where(l =>
                won
                == db.Sales.Any(s =>
                    s.UserAccountId == account && s.AmocrmDealId == l.AmocrmLeadId && s.Status == SaleStatus.Paid
                )
            );
        if (!filter.Behind.NamesStage)
            return leads;

        var pipeline = PipelineStages.Require(filter.PipelineId);
        if (filter.Behind.ReachedStatusId is { } reached)
            leads = cohortLeads.Reached(leads, account, new(pipeline, new(reached)), orPassed: false);
        if (filter.Behind.ReachedOrPassedStatusId is { } passed)
            leads = cohortLeads.Reached(leads, account, new(pipeline, new(passed)), orPassed: true);
        if (filter.Behind.LostFromStatusId is { } lostFrom)
            leads = cohortLeads.LostFrom(leads, new(pipeline, new(lostFrom)));
        return leads;
    }

    private static IQueryable<Lead> WithStatus(IQueryable<Lead> leads, LeadFilter filter)
    {
        if (filter.PipelineId is { } p && !filter.Behind.NamesStage)
        {
            var pipeline = new AmoPipelineId(p);
            leads = leads.Where(l => l.CurrentPipelineId == pipeline);
        }

        if (filter.StatusId is { } s)
        {
            var status = new AmoStatusId(s);
            leads = leads.Where(l => l.CurrentStatusId == status);
        }

        return leads;
    }
}
