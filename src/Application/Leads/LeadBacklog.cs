using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>
/// Takes up what waited for amoCRM, as after connecting an account: leads to be sent, and deals that may belong to leads.
/// Works in the caller's transaction.
/// </summary>
internal sealed class LeadBacklog(IAppDbContext db, IOutbox outbox, MatchRequests matching)
{
    public async Task EnqueueAsync(UserAccountId account, CancellationToken cancellationToken)
    {
        var pending = await db
            .Leads.Where(l => l.UserAccountId == account && l.AmocrmPush == AmoPush.Pending && l.AmocrmLeadId == null)
            .Select(l => l.Id)
            .ToListAsync(cancellationToken);
        if (pending.Count > 0)
            await outbox.EnqueueAsync(
                OutboxKind.PushLead,
                account,
                pending.ConvertAll(lead => lead.Value.ToString()),
                cancellationToken
            );
        await matching.EnqueueUnreadAsync(account, cancellationToken);
    }
}
