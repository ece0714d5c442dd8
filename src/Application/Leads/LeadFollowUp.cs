using AmoCrmQualification.Application.Matching;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Follow-up of a lead without a deal: creates one at amoCRM, or looks for an existing one.</summary>
internal sealed class LeadFollowUp(IAppDbContext db, IOutbox outbox, MatchRequests matching)
{
    /// <summary>True if no other lead waits for a deal: earlier deals were not looked up then.</summary>
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
