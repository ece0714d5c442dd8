using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Sales;

/// <summary>Has every closed deal of an account looked up again, as after connecting it. Works in the caller's transaction.</summary>
internal sealed class SalesRefresh(IAppDbContext db, IOutbox outbox)
{
    public async Task EnqueueAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var deals = await db
            .Sales.Where(s => s.UserAccountId == account && s.Status != SaleStatus.Reversed)
            .Select(s => s.AmocrmDealId)
            .ToListAsync(cancellationToken);
        var subjects = deals.ConvertAll(DealItems.Subject);
        await outbox.EnqueueAsync(OutboxKind.CloseDeal, account, subjects, cancellationToken);
        await outbox.ResumeAsync(account, cancellationToken);
    }
}
