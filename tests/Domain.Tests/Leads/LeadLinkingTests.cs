using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Matching;

namespace AmoCrmQualification.Domain.Tests.Leads;

internal sealed class LeadLinkingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 9, 21, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void A_lead_whose_deal_was_asked_for_is_not_matched()
    {
        var lead = Taken(push: true);
        Assert.That(lead.CanBeMatched);

        lead.BeginPush(s_now);

        Assert.That(lead.CanBeMatched, Is.False);
        Assert.That(() => lead.LinkMatched(new(7), null, s_now), Refused(Reasons.LeadNotLinkable));
    }

    [Test]
    public void An_erased_lead_is_not_matched()
    {
        var lead = Taken(push: false);
        Assert.That(lead.CanBeMatched);

        lead.Erase(s_now);

        Assert.That(lead.CanBeMatched, Is.False);
        Assert.That(() => lead.LinkMatched(new(7), null, s_now), Refused(Reasons.LeadErased));
    }

    [Test]
    public void A_link_stays()
    {
        var lead = Taken(push: false);
        lead.LinkMatched(new(7), new AmoContactId(3), s_now);

        Assert.That(() => lead.LinkMatched(new(8), null, s_now), Refused(Reasons.LeadAlreadyLinked));
        Assert.That(() => lead.LinkPushed(new(8), s_now), Refused(Reasons.LeadAlreadyLinked));
        Assert.That(() => lead.RequestPush(s_now), Refused(Reasons.LeadAlreadyLinked));
        Assert.That((lead.AmocrmLeadId, lead.AmocrmContactId), Is.EqualTo((new DealId(7), new AmoContactId(3))));
    }

    [Test]
    public void An_erased_lead_is_sent_no_more_unless_its_deal_may_exist()
    {
        var (waiting, begun) = (Taken(push: true), Taken(push: true));
        begun.BeginPush(s_now);

        waiting.Erase(s_now);
        begun.Erase(s_now);

        Assert.That((waiting.AmocrmPush, begun.AmocrmPush), Is.EqualTo((AmoPush.NotNeeded, AmoPush.Pending)));
    }

    [Test]
    public void A_refused_lead_may_be_sent_again_and_a_match_is_decided_once()
    {
        var lead = Taken(push: true);
        lead.RefusePush("NotSupportedChoice", s_now);
        Assert.That(
            (lead.AmocrmPush, lead.PushError, lead.CanBeMatched),
            Is.EqualTo((AmoPush.Failed, "NotSupportedChoice", false))
        );

        lead.RequestPush(s_now);
        Assert.That((lead.AmocrmPush, lead.PushError), Is.EqualTo((AmoPush.Pending, (string?)null)));

        var match = LeadMatch.Create(new(lead.UserAccountId, new(7)), "+79161234567", s_now);
        match.Ignore(s_now);
        Assert.That(() => match.Link(lead.Id, s_now), Throws.TypeOf<DomainException>());
    }

    [Test]
    public void A_direction_goes_before_the_account_but_a_first_stage_stays_in_its_pipeline()
    {
        var account = new PushTarget(new AmoPipelineId(1), new AmoStatusId(11), new AmoUserId(7));

        Assert.Multiple(() =>
        {
            Assert.That(new PushTarget(null, null, null).Over(account), Is.EqualTo(account));
            Assert.That(
                new PushTarget(new AmoPipelineId(1), null, new AmoUserId(8)).Over(account),
                Is.EqualTo(account with { ResponsibleUser = new AmoUserId(8) })
            );
            Assert.That(
                new PushTarget(new AmoPipelineId(2), null, null).Over(account),
                Is.EqualTo(new PushTarget(new AmoPipelineId(2), null, new AmoUserId(7)))
            );
            Assert.That(
                new PushTarget(new AmoPipelineId(2), new AmoStatusId(21), null).Over(account).Status,
                Is.EqualTo(new AmoStatusId(21))
            );
        });
    }

    private static NUnit.Framework.Constraints.Constraint Refused(string reason) =>
        Throws
            .TypeOf<DomainException>()
            .With.Property(nameof(DomainException.Refusal))
            .Property(nameof(Refusal.Reason))
            .EqualTo(reason);

    private static Lead Taken(bool push) =>
        Lead.Create(
            new(
                UserAccountId.New(),
                LeadSource.Website,
                new("Анна", "+79161234567", "+79161234567", null, null, null),
                Direction: null,
                Creative: null,
                AdId: null,
                new(null, null, null, null, null),
                Deal: null,
                push,
                CreatedAt: null,
                Idempotency: null
            ),
            s_now
        );
}
