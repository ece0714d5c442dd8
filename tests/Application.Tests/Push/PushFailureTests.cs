using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Connections;
using AmoCrmQualification.Domain.Leads;
using Moq;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>What becomes of leads when amoCRM does not do what it is asked.</summary>
internal sealed class PushFailureTests : PushTest
{
    [TestCase(null)]
    [TestCase(500)]
    [TestCase(504)]
    public async Task After_an_answer_that_got_lost_the_deal_is_looked_for_and_not_made_again(int? status)
    {
        var lead = Due();
        WhenDealsAreAskedFor()
            .Callback((UserAccountId _, IReadOnlyCollection<NewAmoDeal> asked, CancellationToken _) => Made(asked))
            .ThrowsAsync(new AmoCallException(AmoFailure.Transient, status));

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>().With.Property("Status").EqualTo(status));
        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [lead.Id] = FiveSeconds }));
        Now = Noon.AddSeconds(6);
        await PushAsync();

        Assert.That(AskedDeals, Has.Count.EqualTo(1));
        Assert.That(lead.AmocrmLeadId?.Value, Is.EqualTo(5001));
    }

    [Test]
    public async Task Nothing_is_looked_for_before_amoCRM_shows_what_it_did()
    {
        var lead = Due();
        lead.BeginPush(Noon);
        Now = Noon.AddSeconds(4.9);

        await PushAsync();

        Assert.That(Amo.Invocations.Where(i => i.Arguments[1] is string or IReadOnlyCollection<object> { Count: > 0 }), Is.Empty);
        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [lead.Id] = FiveSeconds }));
    }

    [Test]
    public void When_amoCRM_fails_to_show_what_it_made_the_lead_stays_due_and_marked()
    {
        var lead = Due();
        Amo.Setup(a => a.GetDealsAsync(Account.Id, new[] { new Domain.AmoCrm.DealId(5001) }, It.IsAny<CancellationToken>()))
            .ThrowsAsync(NoAnswer());

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>());

        Assert.That((lead.AmocrmPush, lead.PushRequestedAt), Is.EqualTo((AmoPush.Pending, Noon)));
        Assert.That(Completed, Is.Empty);
    }

    [Test]
    public async Task A_deal_of_which_the_answer_says_nothing_is_looked_for_and_the_others_are_linked()
    {
        var (told, untold) = (Due("+79161234567"), Due("+79167654321"));
        WhenDealsAreAskedFor().ReturnsAsync(new Dictionary<string, long> { [told.Id.Value.ToString()] = 5001 });

        await PushAsync();

        Assert.That(told.AmocrmPush, Is.EqualTo(AmoPush.Sent));
        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [untold.Id] = FiveSeconds }));
    }

    [TestCase(400)]
    [TestCase(422)]
    public async Task Of_a_batch_the_lead_that_amoCRM_refuses_fails_and_the_others_come_back(int status)
    {
        var leads = DueMany(3);
        Refuse(status, new AmoRefusal(leads[1].Id.Value.ToString(), "NotSupportedChoice name"), new("unheard of", "x"));

        await PushAsync();

        Assert.That(leads.Select(l => l.AmocrmPush), Is.EqualTo([AmoPush.Pending, AmoPush.Failed, AmoPush.Pending]));
        Assert.That(leads[1].PushError, Is.EqualTo("NotSupportedChoice name"));
        Assert.That(Completed, Is.EqualTo([leads[1].Id]));
        Assert.That(Waiting.Keys, Is.EqualTo([leads[0].Id, leads[2].Id]));
    }

    [Test]
    public async Task Of_a_batch_that_is_refused_as_a_whole_nobody_fails()
    {
        var leads = DueMany(3);
        Refuse(400);

        await PushAsync();

        Assert.That(leads.Select(l => l.AmocrmPush), Is.All.EqualTo(AmoPush.Pending));
        Assert.That(Waiting, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_lead_that_is_refused_alone_fails()
    {
        var lead = Due();
        Refuse(400);

        await PushAsync();

        Assert.That((lead.AmocrmPush, lead.PushError), Is.EqualTo((AmoPush.Failed, "amoCRM answered 400")));
        Assert.That(Waiting, Is.Empty);
    }

    [TestCase(0, 8)]
    [TestCase(1, 4)]
    [TestCase(2, 2)]
    [TestCase(3, 1)]
    [TestCase(40, 1)]
    public async Task What_failed_together_is_halved_each_time(int attempts, int sent)
    {
        DueMany(8, attempts);

        Assert.That(await PushAsync(), Is.EqualTo(sent));

        Assert.That(AskedDeals, Has.Count.EqualTo(sent));
    }

    [Test]
    public async Task At_most_fifty_go_together()
    {
        DueMany(60);

        await PushAsync();

        Assert.That(AskedDeals, Has.Count.EqualTo(50));
    }

    [TestCase(AmoFailure.RateLimited, 429)]
    [TestCase(AmoFailure.RateLimited, 403)]
    [TestCase(AmoFailure.NeedsReauthorization, 401)]
    [TestCase(AmoFailure.Permanent, 403)]
    public void What_is_not_of_the_leads_costs_them_no_attempt(AmoFailure failure, int status)
    {
        var lead = Due();
        WhenDealsAreAskedFor().ThrowsAsync(new AmoCallException(failure, status));

        Assert.That(PushAsync, Throws.TypeOf<AmoCallException>().With.Property("Failure").EqualTo(failure));

        AssertRowsAreAsTheyWere();
        Assert.That(lead.AmocrmPush, Is.EqualTo(AmoPush.Pending));
    }

    [Test]
    public void Of_an_account_whose_token_was_refused_amoCRM_is_not_asked()
    {
        Due();
        typeof(Connection)
            .GetProperty(nameof(Connection.State))!
            .SetValue(Connections[0], ConnectionState.ReauthorizationRequired);

        Assert.That(
            PushAsync,
            Throws.TypeOf<AmoCallException>().With.Property("Failure").EqualTo(AmoFailure.NeedsReauthorization)
        );

        Assert.That(Amo.Invocations, Is.Empty);
        AssertRowsAreAsTheyWere();
    }

    [Test]
    public async Task Leads_of_an_account_that_is_not_connected_wait()
    {
        var lead = Due();
        Connections.Clear();

        Assert.That(await PushAsync(), Is.EqualTo(1));

        Assert.That(Amo.Invocations, Is.Empty);
        Assert.That(Waiting, Is.EqualTo(new Dictionary<LeadId, TimeSpan> { [lead.Id] = TimeSpan.FromMinutes(10) }));
    }

    private void Refuse(int status, params AmoRefusal[] refused) =>
        WhenDealsAreAskedFor().ThrowsAsync(new AmoCallException(AmoFailure.Permanent, status) { Refused = refused });
}
