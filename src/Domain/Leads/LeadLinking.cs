using System.Linq.Expressions;

namespace AmoCrmQualification.Domain.Leads;

// A lead without a deal gets one in two ways: we ask amoCRM for one, or one that came there another way has its phone.
// A link stays: nothing here undoes one.
public sealed partial class Lead
{
    public bool IsToBePushed => AmocrmPush == AmoPush.Pending && AmocrmLeadId is null;

    /// <summary>A deal with its phone may be taken for its own: it has none, and none was asked for. As queries ask it.</summary>
    public static readonly Expression<Func<Lead, bool>> IsMatchable = lead =>
        lead.AmocrmLeadId == null
        && lead.ErasedAt == null
        && lead.PushRequestedAt == null
        && (lead.AmocrmPush == AmoPush.NotNeeded || lead.AmocrmPush == AmoPush.Pending);

    private static readonly Func<Lead, bool> s_isMatchable = IsMatchable.Compile();

    public bool CanBeMatched => s_isMatchable(this);

    /// <summary>A person wants it at amoCRM, after a refusal or in spite of the account's habit.</summary>
    public void RequestPush(DateTimeOffset now)
    {
        RefuseIfLinkedOrErased();
        (AmocrmPush, PushError, UpdatedAt) = (AmoPush.Pending, null, now);
    }

    public void SetContact(AmoContactId contact) => AmocrmContactId = contact;

    /// <summary>From now on amoCRM may have a deal for it: it is looked for before one is asked for again.</summary>
    public void BeginPush(DateTimeOffset now) => PushRequestedAt = now;

    public void RefusePush(string error, DateTimeOffset now) => (AmocrmPush, PushError, UpdatedAt) = (AmoPush.Failed, error, now);

    /// <summary>It is not sent after all.</summary>
    public void CancelPush(DateTimeOffset now) => (AmocrmPush, UpdatedAt) = (AmoPush.NotNeeded, now);

    /// <summary>The deal that amoCRM made for it.</summary>
    public void LinkPushed(DealId deal, DateTimeOffset now)
    {
        Link(deal, now);
        (AmocrmPush, PushError) = (AmoPush.Sent, null);
    }

    /// <summary>A deal that came to amoCRM another way.</summary>
    public void LinkMatched(DealId deal, AmoContactId? contact, DateTimeOffset now)
    {
        RefuseIfLinkedOrErased();
        if (!CanBeMatched)
            throw new DomainException(Refusal.Conflict(Reasons.LeadNotLinkable, "This lead can no longer be linked."));
        Link(deal, now);
        AmocrmContactId = contact ?? AmocrmContactId;
        AmocrmPush = AmoPush.NotNeeded;
    }

    private void Link(DealId deal, DateTimeOffset now)
    {
        RefuseIfLinked();
        (AmocrmLeadId, UpdatedAt) = (deal, now);
    }

    private void RefuseIfLinkedOrErased()
    {
        RefuseIfLinked();
        if (ErasedAt is not null)
            throw new DomainException(Refusal.Conflict(Reasons.LeadErased, "This lead was erased."));
    }

    private void RefuseIfLinked()
    {
        if (AmocrmLeadId is not null)
            throw new DomainException(Refusal.Conflict(Reasons.LeadAlreadyLinked, "This lead has a deal."));
    }
}
