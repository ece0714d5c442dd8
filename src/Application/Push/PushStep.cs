using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>Push of one account's leads, under a lease.</summary>
internal sealed record PushContext(OutboxLease Lease, UserAccount Account);

/// <summary>A lead as it stood when it was last looked at, and what asked for its push.</summary>
internal sealed record PushItem(OutboxItem Row, Lead Lead)
{
    /// <summary>Contact of its person at amoCRM, once known.</summary>
    public AmoContactCard? Contact { get; init; }

    /// <summary>Key of a lead in the answers of a batch; also in the tag of its deal.</summary>
    public string Key => Lead.Id.Value.ToString();

    public string Tag => LeadTag.From(Lead.Id);

    /// <summary>Description of the lead for users of amoCRM.</summary>
    public string Name => Lead.Name ?? Lead.PhoneE164 ?? Lead.Phone ?? Lead.Email ?? Lead.ChatId ?? "";

    /// <summary>True while the contact is not stored with the lead.</summary>
    public bool IsContactNew => Contact is not null && Contact.Id != Lead.AmocrmContactId;
}

/// <summary>Result of one step.</summary>
/// <param name="Next">The leads that go on, with what was found out of them.</param>
/// <param name="Ended">How the others ended.</param>
/// <param name="Failure">What amoCRM stopped the step with. No lead goes on, but what was found out is kept.</param>
internal sealed record PushStep(IReadOnlyList<PushItem> Next, IReadOnlyList<PushOutcome> Ended, AmoCallException? Failure = null);
