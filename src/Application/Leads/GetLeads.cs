using AmoCrmQualification.Application.Analytics;

namespace AmoCrmQualification.Application.Leads;

/// <summary>A page of the leads of a filter, newest first.</summary>
public sealed record GetLeadsQuery(LeadFilter Filter, PageRequest Page) : IRequest<Page<LeadView>>, ICohortRequest
{
    public CohortFilter Cohort => Filter.Cohort;
}

internal sealed class GetLeadsValidator : CohortValidator<GetLeadsQuery>;

public sealed record GetLeadQuery(Guid Lead) : IRequest<LeadView>;

internal sealed class GetLeadHandler(MarkedLeadReader reader) : IRequestHandler<GetLeadQuery, LeadView>
{
    public Task<LeadView> Handle(GetLeadQuery query, CancellationToken cancellationToken) =>
        reader.ReadAsync(new(query.Lead), cancellationToken);
}

internal sealed class GetLeadsHandler(IAppDbContext db, ICaller caller, LeadFinder finder)
    : IRequestHandler<GetLeadsQuery, Page<LeadView>>
{
    public async Task<Page<LeadView>> Handle(GetLeadsQuery query, CancellationToken cancellationToken)
    {
        var leads = await finder.FindAsync(query.Filter, cancellationToken);
        var rows = await leads
            .NewestFirst(query.Page, l => l.CreatedAt, l => l.Id, id => new(id))
            .Select(LeadView.Projection(db, caller, query.Filter.Cohort.Account))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, l => new(l.CreatedAt, l.Id));
    }
}
