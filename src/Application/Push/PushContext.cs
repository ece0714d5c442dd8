using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>One go at an account's leads.</summary>
internal sealed record PushContext(OutboxLease Lease, UserAccount Account);

/// <summary>A lead as it stood when it was last looked at, and what asked for its push.</summary>
internal sealed record PushItem(OutboxItem Row, Lead Lead)
{
    /// <summary>Key of a lead in the answers of a batch; also in the tag of its deal.</summary>
    public string Key => Lead.Id.Value.ToString();

    public string Tag => LeadTag.From(Lead.Id);
}
