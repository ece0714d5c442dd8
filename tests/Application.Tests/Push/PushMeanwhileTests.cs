using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using Moq;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>What happens to a lead while it is on its way to amoCRM.</summary>
internal sealed class PushMeanwhileTests : PushTest
{
    [Test]
    public async Task A_lead_that_has_a_deal_by_now_is_done()
    {
        var lead = Due();
        lead.LinkMatched(new(501), contact: null, Noon);

        await PushAsync();

        Assert.That(AskedDeals, Is.Empty);
        Assert.That(Completed, Is.EqualTo([lead.Id]));
        Assert.That(lead.AmocrmLeadId?.Value, Is.EqualTo(501));
    }

    [Test]
    public async Task A_lead_that_is_linked_right_before_a_deal_is_asked_for_gets_none()
    {
        var (linked, other) = (Due("+79161234567"), Due("+79167654321"));
        ContactAtAmo(7, "+79161234567");
        ContactAtAmo(8, "+79167654321");
        linked.SetContact(new(7));
        other.SetContact(new(8));
        WhenLocked(() => linked.LinkMatched(new(501), contact: null, Noon));

        await PushAsync();

        Assert.That(AskedDeals.Select(d => d.RequestId), Is.EqualTo([other.Id.Value.ToString()]));
        Assert.That(linked.AmocrmLeadId?.Value, Is.EqualTo(501));
        Assert.That(Completed, Is.EqualTo([linked.Id, other.Id]));
    }

    [Test]
    public async Task A_lead_that_is_erased_right_before_a_deal_is_asked_for_gets_none()
    {
        var lead = Due();
        ContactAtAmo(7, "+79161234567");
        lead.SetContact(new(7));
        WhenLocked(() => lead.Erase(Noon));

        await PushAsync();

        Assert.That(AskedDeals, Is.Empty);
        Assert.That(lead.AmocrmPush, Is.EqualTo(AmoPush.NotNeeded));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
    }

    [Test]
    public async Task An_erased_lead_that_amoCRM_may_have_is_looked_for_and_sent_no_more()
    {
        var lead = Due();
        ContactAtAmo(7, "+79161234567");
        lead.SetContact(new(7));
        lead.BeginPush(Noon.AddMinutes(-1));
        lead.Erase(Noon);

        await PushAsync();

        Assert.That(AskedDeals, Is.Empty);
        Assert.That(lead.AmocrmPush, Is.EqualTo(AmoPush.NotNeeded));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
    }

    [Test]
    public async Task The_deal_of_an_erased_lead_is_linked_and_nothing_of_the_person_kept()
    {
        var lead = Due();
        ContactAtAmo(7, "+79161234567", 501);
        DealAtAmo(501, TagOf(lead));
        lead.SetContact(new(7));
        lead.BeginPush(Noon.AddMinutes(-1));
        lead.Erase(Noon);

        await PushAsync();

        Assert.That(lead.AmocrmPush, Is.EqualTo(AmoPush.Sent));
        Assert.That(Written.Single().After.History.Single().Observation.Payload, Is.Null);
        Payloads.Verify(p => p.EraseDealAsync(new DealKey(Account.Id, new(501)), It.IsAny<CancellationToken>()));
        Payloads.Verify(p =>
            p.EraseBodiesAsync(
                Account.Id,
                new DealId(501),
                It.Is<IReadOnlySet<AmoContactId>>(contacts => contacts.SetEquals(new[] { new AmoContactId(7) })),
                It.IsAny<CancellationToken>()
            )
        );
    }

    [Test]
    public async Task An_erased_lead_without_a_contact_can_be_found_no_more()
    {
        var lead = Due();
        lead.BeginPush(Noon.AddMinutes(-1));
        lead.Erase(Noon);

        await PushAsync();

        Assert.That(AskedContacts, Is.Empty);
        Assert.That(lead.AmocrmPush, Is.EqualTo(AmoPush.NotNeeded));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
    }

    [Test]
    public async Task A_lead_that_is_linked_while_its_contact_is_refused_does_not_fail()
    {
        var lead = Due();
        WhenContactsAreAskedFor()
            .Callback(() => lead.LinkMatched(new(501), contact: null, Noon))
            .ThrowsAsync(new AmoCallException(AmoFailure.Permanent, status: 400));

        await PushAsync();

        Assert.That((lead.AmocrmPush, lead.PushError), Is.EqualTo((AmoPush.NotNeeded, (string?)null)));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
    }

    /// <summary>Somebody else is faster to lock the leads, once.</summary>
    private void WhenLocked(Action meanwhile)
    {
        var locks = 0;
        Locks
            .Setup(l =>
                l.AcquireLeadsAsync(
                    It.IsAny<UserAccountId>(),
                    It.IsAny<IReadOnlyCollection<LeadId>>(),
                    It.IsAny<CancellationToken>()
                )
            )
            .Callback(() =>
            {
                if (locks++ == 0)
                    meanwhile();
            });
    }
}
