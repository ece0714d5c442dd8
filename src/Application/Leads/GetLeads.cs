using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>
/// Leads of an account, newest first. Where the question is one that figures answer (a meaning of qualified, or any of
/// <see cref="LeadsBehind"/>), these are the leads that the figure counts: those with a deal that are not deleted.
/// </summary>
/// <param name="StatusId">Where they are now, as <c>PipelineId</c> is unless it belongs to a stage of <paramref name="Behind"/>.</param>
public sealed record GetLeadsQuery(
    CohortFilter Cohort,
    long? PipelineId,
    long? StatusId,
    bool? IsQualified,
    AmoPush? AmocrmPush,
    LeadsBehind Behind,
    string? Search,
    PageRequest Page
) : IRequest<Page<LeadView>>, ICohortRequest
{
    internal bool IsOfFigures => Cohort.Mode is not null || Cohort.Days is not null || Behind != LeadsBehind.NoFigure;
}

/// <summary>Figure that the leads are counted in.</summary>
/// <param name="Won">With a paid sale, or without one.</param>
/// <param name="ReachedStatusId">Entered this stage of the pipeline.</param>
/// <param name="ReachedOrPassedStatusId">Entered this stage of the pipeline or a later one.</param>
/// <param name="LostFromStatusId">Lost now, and in this stage of the pipeline before.</param>
public sealed record LeadsBehind(bool? Won, long? ReachedStatusId, long? ReachedOrPassedStatusId, long? LostFromStatusId)
{
    internal static readonly LeadsBehind NoFigure = new(null, null, null, null);

    internal bool NamesStage => (ReachedStatusId ?? ReachedOrPassedStatusId ?? LostFromStatusId) is not null;
}

internal sealed class GetLeadsValidator : CohortValidator<GetLeadsQuery>;

public sealed record GetLeadQuery(Guid Lead) : IRequest<LeadView>;

internal sealed class GetLeadHandler(MarkedLeadReader reader) : IRequestHandler<GetLeadQuery, LeadView>
{
    public Task<LeadView> Handle(GetLeadQuery query, CancellationToken cancellationToken) =>
        reader.ReadAsync(new(query.Lead), cancellationToken);
}

internal sealed class GetLeadsHandler(IAppDbContext db, ICohortLeads cohortLeads, TimeProvider clock)
    : IRequestHandler<GetLeadsQuery, Page<LeadView>>
{
    public async Task<Page<LeadView>> Handle(GetLeadsQuery query, CancellationToken cancellationToken)
    {
        var cohort = await db.CohortAsync(query.Cohort, clock.GetUtcNow(), cancellationToken);
        var leads = query.IsOfFigures ? Behind(cohortLeads.Counted(cohort), query) : cohortLeads.Chosen(cohort);
        if (query.IsQualified is { } isQualified)
            leads = cohortLeads.Qualified(leads, cohort, isQualified);
        if (query.AmocrmPush is { } push)
            leads = leads.Where(l => l.AmocrmPush == EF.Constant(push)); // there is an index of those that failed
        leads = WithStatus(leads, query).Matching(query.Search);

        var rows = await leads
            .NewestFirst(query.Page, l => l.CreatedAt, l => l.Id, id => new(id))
            .Select(LeadView.Projection(db))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, l => new(l.CreatedAt, l.Id));
    }

    private IQueryable<Lead> Behind(IQueryable<Lead> leads, GetLeadsQuery query)
    {
        if (query.Behind.Won is { } won)
            leads = leads.Where(l =>
                won
                == db.Sales.Any(s =>
                    s.UserAccountId == l.UserAccountId && s.AmocrmDealId == l.AmocrmLeadId && s.Status == SaleStatus.Paid
                )
            );
        if (!query.Behind.NamesStage)
            return leads;

        var pipeline = PipelineStages.Require(query.PipelineId);
        if (query.Behind.ReachedStatusId is { } reached)
            leads = cohortLeads.Reached(leads, new(pipeline, new(reached)), orPassed: false);
        if (query.Behind.ReachedOrPassedStatusId is { } passed)
            leads = cohortLeads.Reached(leads, new(pipeline, new(passed)), orPassed: true);
        if (query.Behind.LostFromStatusId is { } lostFrom)
            leads = cohortLeads.LostFrom(leads, new(pipeline, new(lostFrom)));
        return leads;
    }

    private static IQueryable<Lead> WithStatus(IQueryable<Lead> leads, GetLeadsQuery query)
    {
        if (query.PipelineId is { } p && !query.Behind.NamesStage)
        {
            var pipeline = new AmoPipelineId(p);
            leads = leads.Where(l => l.CurrentPipelineId == pipeline);
        }

        if (query.StatusId is { } s)
        {
            var status = new AmoStatusId(s);
            leads = leads.Where(l => l.CurrentStatusId == status);
        }

        return leads;
    }
}
