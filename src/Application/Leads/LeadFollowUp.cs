using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>What is asked of amoCRM for a lead that came in without a deal: to make one, or to find the one it has.</summary>
internal sealed class LeadFollowUp(IAppDbContext db, IOutbox outbox, MatchRequests matching)
{
    /// <summary>Whether it stays here as the only one: deals heard of before were looked up for nobody.</summary>
    public async Task<bool> IsFirstToWaitAsync(UserAccount account, LeadDraft lead, CancellationToken cancellationToken) =>
        lead.AmocrmLeadId is null && !lead.IsToBePushed(account) && !await db.AnyoneWaitsAsync(account.Id, cancellationToken);

    public async Task AskAsync(Lead lead, bool isFirst, CancellationToken cancellationToken)
    {
        if (lead.IsToBePushed)
        {
            await outbox.EnqueueAsync(OutboxKind.PushLead, lead.UserAccountId, [lead.Id.Value.ToString()], cancellationToken);
            return;
        }

        if (lead.PhoneE164 is null)
            return;
        await matching.EnqueueAsync(lead, cancellationToken);
        if (isFirst)
            await matching.EnqueueUnreadAsync(lead.UserAccountId, cancellationToken);
    }
}
