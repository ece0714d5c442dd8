using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Leads;
using Moq;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>Each person has one contact at amoCRM.</summary>
internal sealed class PushContactTests : PushTest
{
    [Test]
    public async Task A_contact_with_exactly_the_phone_is_used_however_it_is_written()
    {
        var lead = Due("+79161234567");
        ContactAtAmo(7, "8 (916) 123-45-67 доб. 8");
        Search("9161234567", new(new(3), ["+7 916 123-45-678"], [], []), Contacts[0]);

        await PushAsync();

        Assert.That(AskedContacts, Is.Empty);
        Assert.That(lead.AmocrmContactId, Is.EqualTo(new AmoContactId(7)));
        Assert.That(AskedDeals.Single().Contact, Is.EqualTo(new AmoContactId(7)));
    }

    [Test]
    public async Task Of_several_contacts_with_the_phone_the_oldest_is_used()
    {
        var lead = Due();
        ContactAtAmo(9, "+79161234567");
        ContactAtAmo(4, "+79161234567");
        ContactAtAmo(6, "+79161234567");

        await PushAsync();

        Assert.That(lead.AmocrmContactId, Is.EqualTo(new AmoContactId(4)));
    }

    [Test]
    public async Task A_person_who_has_none_gets_one_and_all_leads_of_the_person_share_it()
    {
        Lead[] anna = [Due("+79161234567"), Due("+79161234567", name: "Анна С.")];
        var boris = Due("+79167654321", name: "Борис");

        await PushAsync();

        Assert.That(
            AskedContacts.Select(c => (c.Name, c.Phone)),
            Is.EqualTo([("Анна", "+79161234567"), ("Борис", "+79167654321")])
        );
        Assert.That(anna.Select(l => l.AmocrmContactId?.Value), Is.EqualTo([1001, 1001]));
        Assert.That(boris.AmocrmContactId?.Value, Is.EqualTo(1002));
        Assert.That(AskedDeals.Select(d => d.Contact.Value), Is.EqualTo([1001, 1001, 1002]));
    }

    [Test]
    public async Task Two_leads_without_phone_and_mail_are_two_people_whom_nobody_looks_for()
    {
        Due(phone: null);
        Due(phone: null);

        await PushAsync();

        Amo.Verify(
            a => a.SearchContactsAsync(It.IsAny<UserAccountId>(), It.IsAny<string>(), It.IsAny<CancellationToken>()),
            Times.Never
        );
        Assert.That(AskedContacts, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_stored_contact_is_used_without_a_search()
    {
        var lead = Due();
        lead.SetContact(new(7));
        ContactAtAmo(7, "another phone by now");
        ContactAtAmo(3, "+79161234567");

        await PushAsync();

        Assert.That(lead.AmocrmContactId, Is.EqualTo(new AmoContactId(7)));
    }

    [Test]
    public async Task A_stored_contact_that_was_merged_away_is_looked_for_again()
    {
        var lead = Due();
        lead.SetContact(new(7));
        ContactAtAmo(8, "+79161234567");

        await PushAsync();

        Assert.That(lead.AmocrmContactId, Is.EqualTo(new AmoContactId(8)));
        Assert.That(AskedContacts, Is.Empty);
    }

    [Test]
    public void A_contact_is_stored_before_a_deal_is_asked_for()
    {
        var lead = Due();
        AmoContactId? stored = null;
        WhenDealsAreAskedFor().Callback(() => stored = lead.AmocrmContactId).ThrowsAsync(NoAnswer());

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>());

        Assert.That(stored, Is.EqualTo(new AmoContactId(1001)));
        Db.Verify(db => db.SaveChangesAsync(It.IsAny<CancellationToken>()), Times.AtLeast(2));
    }

    [Test]
    public void When_amoCRM_fails_among_searches_the_contacts_found_are_kept()
    {
        var (found, unknown) = (Due("+79161234567"), Due("+79167654321"));
        ContactAtAmo(7, "+79161234567");
        Amo.Setup(a => a.SearchContactsAsync(Account.Id, "9167654321", It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmoCallException(AmoFailure.RateLimited, status: 429));

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>());

        Assert.That((found.AmocrmContactId, unknown.AmocrmContactId), Is.EqualTo(((AmoContactId?)new(7), (AmoContactId?)null)));
        Assert.That(AskedContacts, Is.Empty);
        AssertRowsAreAsTheyWere();
    }

    [Test]
    public async Task A_contact_that_amoCRM_refuses_fails_the_leads_of_the_person_and_no_others()
    {
        Lead[] bad = [Due("+79161234567", "Бад"), Due("+79161234567")];
        var (good, known) = (Due("+79167654321"), Due("+79160000000"));
        ContactAtAmo(7, "+79160000000");
        WhenContactsAreAskedFor()
            .ThrowsAsync(
                new AmoCallException(AmoFailure.Permanent, status: 400)
                {
                    Refused = [new(bad[0].Id.Value.ToString(), "NotSupportedChoice name")],
                }
            );

        await PushAsync();

        Assert.That(bad.Select(l => l.PushError), Is.All.EqualTo("NotSupportedChoice name"));
        Assert.That(bad.Select(l => l.AmocrmPush), Is.All.EqualTo(AmoPush.Failed));
        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [good.Id] = FiveSeconds }));
        Assert.That(known.AmocrmPush, Is.EqualTo(AmoPush.Sent));
    }

    [Test]
    public void When_nobody_knows_whether_contacts_were_made_the_leads_come_back_after_a_look()
    {
        var lead = Due();
        WhenContactsAreAskedFor().ThrowsAsync(NoAnswer());

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>());

        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [lead.Id] = FiveSeconds }));
        Assert.That(AskedDeals, Is.Empty);
    }

    [Test]
    public async Task A_contact_of_which_the_answer_says_nothing_is_looked_for_before_it_is_asked_for_again()
    {
        var lead = Due();
        WhenContactsAreAskedFor().ReturnsAsync(new Dictionary<string, long>());

        await PushAsync();

        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [lead.Id] = FiveSeconds }));
        Assert.That(AskedDeals, Is.Empty);
    }

    private void Search(string text, params AmoContactCard[] found) =>
        Amo.Setup(a => a.SearchContactsAsync(Account.Id, text, It.IsAny<CancellationToken>())).ReturnsAsync(found);
}
