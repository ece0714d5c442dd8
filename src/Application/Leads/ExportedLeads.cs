using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Leads;

/// <summary>A lead, the names of what it refers to, its sale and its way.</summary>
/// <param name="FirstEntries">When its deal first entered each stage that it has been in.</param>
public sealed record ExportedLead(
    LeadView Lead,
    string? CreativeTitle,
    string? DirectionName,
    ExportedStage? Stage,
    ExportedSale? Sale,
    IReadOnlyDictionary<Stage, DateTimeOffset> FirstEntries
);

/// <param name="Amount">Whole units of the currency.</param>
/// <param name="PaidAt">Null unless it is paid.</param>
public sealed record ExportedSale(SaleStatus Status, long? Amount, string? Currency, DateTimeOffset? PaidAt);

/// <summary>Names of an account's own things: few, against its leads.</summary>
internal sealed record ExportedNames(
    UserAccountId Account,
    IReadOnlyDictionary<Guid, string> Creatives,
    IReadOnlyDictionary<Guid, string> Directions,
    IReadOnlyDictionary<Stage, ExportedStage> Stages
);

/// <summary>Completes leads, a page at a time.</summary>
internal sealed class ExportedLeads(IAppDbContext db)
{
    public async Task<ExportedNames> NamesAsync(
        UserAccountId account,
        IEnumerable<ExportedStage> stages,
        CancellationToken cancellationToken
    ) =>
        new(
            account,
            await db
                .Creatives.Where(c => c.UserAccountId == account)
                .ToDictionaryAsync(c => c.Id.Value, c => c.Title, cancellationToken),
            await db
                .Directions.Where(d => d.UserAccountId == account)
                .ToDictionaryAsync(d => d.Id.Value, d => d.Name, cancellationToken),
            stages.ToDictionary(s => s.Stage)
        );

    public async Task<IEnumerable<ExportedLead>> CompleteAsync(
        IReadOnlyList<LeadView> leads,
        ExportedNames names,
        CancellationToken cancellationToken
    )
    {
        var deals = leads.Select(l => l.AmocrmLeadId).OfType<long>().Select(id => new DealId(id)).ToList();
        var entries = await EntriesAsync(names.Account, deals, cancellationToken);
        var sales = await SalesAsync(names.Account, deals, cancellationToken);
        return leads.Select(lead => new ExportedLead(
            lead,
            lead.CreativeId is { } creative ? names.Creatives.GetValueOrDefault(creative) : null,
            lead.DirectionId is { } direction ? names.Directions.GetValueOrDefault(direction) : null,
            lead is { CurrentPipelineId: { } pipeline, CurrentStatusId: { } status }
                ? names.Stages.GetValueOrDefault(new(new(pipeline), new(status)))
                : null,
            lead.AmocrmLeadId is { } deal ? sales.GetValueOrDefault(deal) : null,
            entries[lead.AmocrmLeadId ?? 0].ToDictionary(e => e.Stage, e => e.At)
        ));
    }

    private async Task<ILookup<long, (Stage Stage, DateTimeOffset At)>> EntriesAsync(
        UserAccountId account,
        IReadOnlyList<DealId> deals,
        CancellationToken cancellationToken
    )
    {
        var entries = await db
            .StagesReached.Where(r => r.UserAccountId == account && deals.Contains(r.AmocrmLeadId))
            .Select(r => new
            {
                r.AmocrmLeadId,
                r.PipelineId,
                r.StatusId,
                r.FirstEnteredAt,
            })
            .ToListAsync(cancellationToken);
        return entries.ToLookup(r => r.AmocrmLeadId.Value, r => (new Stage(r.PipelineId, r.StatusId), r.FirstEnteredAt));
    }

    private async Task<IReadOnlyDictionary<long, ExportedSale>> SalesAsync(
        UserAccountId account,
        IReadOnlyList<DealId> deals,
        CancellationToken cancellationToken
    ) =>
        await db
            .Sales.Where(s => s.UserAccountId == account && deals.Contains(s.AmocrmDealId))
            .Select(s => new
            {
                Deal = s.AmocrmDealId,
                s.Status,
                s.Amount,
                s.Currency,
                s.ClosedAt,
            })
            .ToDictionaryAsync(
                s => s.Deal.Value,
                s => new ExportedSale(s.Status, s.Amount, s.Currency, s.Status == SaleStatus.Paid ? s.ClosedAt : null),
                cancellationToken
            );
}
