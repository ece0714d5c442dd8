using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Domain.Sales;

namespace AmoCrmQualification.Application.Sales;

/// <summary>Sales of an account, or of one of its leads, newest first.</summary>
public sealed record GetSalesQuery(UserAccountId Account, Guid? LeadId, PageRequest Page) : IRequest<Page<SaleView>>;

/// <param name="Amount">Whole units of the currency.</param>
public sealed record SaleView(
    Guid Id,
    Guid LeadId,
    long AmocrmDealId,
    long AmocrmPipelineId,
    long AmocrmStatusId,
    string? ClientPhone,
    string? ClientName,
    long? Amount,
    string? Currency,
    SaleStatus Status,
    string? LossReason,
    DateTimeOffset? ClosedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal sealed class GetSalesHandler(IAppDbContext db, ICaller caller) : IRequestHandler<GetSalesQuery, Page<SaleView>>
{
    public async Task<Page<SaleView>> Handle(GetSalesQuery query, CancellationToken cancellationToken)
    {
        var sees = caller.SeesContacts;
        var sales = db.Sales.Where(s => s.UserAccountId == query.Account);
        if (query.LeadId is { } given)
        {
            var lead = new LeadId(given);
            sales = sales.Where(s => s.LeadId == lead);
        }

        var rows = await sales
            .NewestFirst(query.Page, s => s.CreatedAt, s => s.Id, id => new(id))
            .Select(s => new SaleView(
                s.Id.Value,
                s.LeadId.Value,
                s.AmocrmDealId.Value,
                s.AmocrmPipelineId.Value,
                s.AmocrmStatusId.Value,
                sees ? s.ClientPhone : null,
                sees ? s.ClientName : null,
                s.Amount,
                s.Currency,
                s.Status,
                s.LossReason,
                s.ClosedAt,
                s.CreatedAt,
                s.UpdatedAt
            ))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, s => new(s.CreatedAt, s.Id));
    }
}
