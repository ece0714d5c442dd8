using System.Runtime.CompilerServices;
using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>All leads of a filter with what became of them, newest first.</summary>
public sealed record ExportLeadsQuery(LeadFilter Filter) : IRequest<LeadExport>, ICohortRequest
{
    public CohortFilter Cohort => Filter.Cohort;
}

internal sealed class ExportLeadsValidator : CohortValidator<ExportLeadsQuery>;

/// <param name="Stages">Stages of the account, in the order of its pipelines.</param>
/// <param name="Leads">They are read as they are asked for: no more than a page of them is held.</param>
public sealed record LeadExport(IReadOnlyList<ExportedStage> Stages, IAsyncEnumerable<ExportedLead> Leads);

public sealed record ExportedStage(Stage Stage, string PipelineName, string StatusName);

internal sealed class ExportLeadsHandler(IAppDbContext db, ICaller caller, LeadFinder finder, ExportedLeads exported)
    : IRequestHandler<ExportLeadsQuery, LeadExport>
{
    // A statement for each page: whoever reads slowly holds no connection, and no snapshot that keeps dead rows.
    private const int PageSize = 2_000;

    public async Task<LeadExport> Handle(ExportLeadsQuery query, CancellationToken cancellationToken)
    {
        var account = query.Cohort.Account;
        var stages = await StagesAsync(account, cancellationToken);
        var leads = await finder.FindAsync(query.Filter, cancellationToken);
        return new(
            stages,
            ReadAsync(leads, account, await exported.NamesAsync(account, stages, cancellationToken), cancellationToken)
        );
    }

    private async IAsyncEnumerable<ExportedLead> ReadAsync(
        IQueryable<Lead> leads,
        UserAccountId account,
        ExportedNames names,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        Position? last = null;
        do
        {
            var page = await leads
                .NewestFirst(last, PageSize, l => l.CreatedAt, l => l.Id, id => new(id))
                .Select(LeadView.Projection(db, caller, account))
                .ToListAsync(cancellationToken);
            foreach (var lead in await exported.CompleteAsync(page, names, cancellationToken))
                yield return lead;
            last = page.Count < PageSize ? null : new(page[^1].CreatedAt, page[^1].Id);
        } while (last is not null);
    }

    private async Task<List<ExportedStage>> StagesAsync(UserAccountId account, CancellationToken cancellationToken) =>
        await db
            .PipelineStages.Where(s => s.UserAccountId == account)
            .OrderBy(s => s.PipelineSort)
            .ThenBy(s => s.PipelineId)
            .ThenBy(s => s.SortOrder)
            .ThenBy(s => s.StatusId)
            .Select(s => new ExportedStage(new(s.PipelineId, s.StatusId), s.PipelineName, s.StatusName))
            .ToListAsync(cancellationToken);
}
