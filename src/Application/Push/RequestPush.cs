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
        var account = await db.Leads.Where(l => l.Id == id).OwnerAsync(Reasons.LeadUnknown, "lead", cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var held = await leads.LockAsync(account, [id], cancellationToken);
        held[id].RequestPush(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await outbox.EnqueueAsync(OutboxKind.PushLead, account, [id.Value.ToString()], cancellationToken);
        // Before the commit, as it may be sent at once then.
        var view = await db
            .Leads.Where(l => l.UserAccountId == account && l.Id == id)
            .Select(LeadView.Projection(db, caller, account))
            .SingleAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
