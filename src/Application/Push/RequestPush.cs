using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>Sends a lead to amoCRM that was refused there, or that was kept here.</summary>
public sealed record RequestPushCommand(Guid Lead) : IRequest<LeadView>;

internal sealed class RequestPushHandler(IAppDbContext db, ICaller caller, IOutbox outbox, LockedLeads leads, TimeProvider clock)
    : IRequestHandler<RequestPushCommand, LeadView>
{
    public async Task<LeadView> Handle(RequestPushCommand command, CancellationToken cancellationToken)
    {
        var id = new LeadId(command.Lead);
        var account =
            await db.Leads.Where(l => l.Id == id).Select(l => new { l.UserAccountId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await leads.LockAsync(account.UserAccountId, [id], cancellationToken);
        held[id].RequestPush(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await outbox.EnqueueAsync(OutboxKind.PushLead, account.UserAccountId, [id.Value.ToString()], cancellationToken);
        // Before the commit, as it may be sent at once then.
        var view = await db
            .Leads.Where(l => l.UserAccountId == account.UserAccountId && l.Id == id)
            .Select(LeadView.Projection(db, caller))
            .SingleAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
