using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>One go at an account's leads.</summary>
internal sealed record PushContext(OutboxLease Lease, UserAccount Account);

/// <summary>A lead as it stood when it was last looked at, and what asked for its push.</summary>
internal sealed record PushItem(OutboxItem Row, Lead Lead)
{
    /// <summary>How the answers of a batch are told apart; also in the tag by which its deal is known.</summary>
    public string Key => Lead.Id.Value.ToString();

    public string Tag => LeadTag.From(Lead.Id);
}
