using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Outbox;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.AmoCrm;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using Moq;

namespace AmoCrmQualification.Application.Tests.Push;

/// <summary>Each lead has one deal at amoCRM, and the ledger hears of it.</summary>
internal sealed class PushDealTests : PushTest
{
    [Test]
    public async Task A_lead_gets_a_deal_with_its_tag_and_its_marks_where_its_direction_says()
    {
        Account.PushTo(new(new(11), new(21), new(77)));
        var wholesale = Direction.Open(Account.Id, "Опт", Noon);
        wholesale.PushTo(new(new(12), Status: null, ResponsibleUser: null));
        Directions.Add(wholesale);
        var lead = Due(utm: new("yandex", null, "spring", null, null), direction: wholesale.Id);
        var other = Due("+79167654321", name: null);

        await PushAsync();

        Assert.That(
            AskedDeals.Select(d => d.Tags),
            Is.EqualTo(new string[][] { [TagOf(lead), "utm_source:yandex", "utm_campaign:spring"], [TagOf(other)] })
        );
        Assert.That(AskedDeals.Select(d => d.Name), Is.EqualTo(["Анна", "+79167654321"]));
        Assert.That(
            AskedDeals.Select(d => d.Target),
            Is.EqualTo([new PushTarget(new(12), null, new(77)), new PushTarget(new(11), new(21), new(77))])
        );
    }

    [Test]
    public async Task A_new_deal_is_linked_and_its_first_stage_given_to_the_ledger()
    {
        var lead = Due();

        Assert.That(await PushAsync(), Is.EqualTo(1));

        Assert.That((lead.AmocrmLeadId?.Value, lead.AmocrmPush), Is.EqualTo((5001, AmoPush.Sent)));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
        var after = Written.Single().After;
        Assert.That((after.Key, after.Lead), Is.EqualTo((new DealKey(Account.Id, new(5001)), lead.Id)));
        var first = after.History.Single().Observation;
        Assert.That(
            (first.Stage, first.ChangedAt, first.Source),
            Is.EqualTo((new Stage(new(11), new(21)), Noon, ReportSource.Push))
        );
        Assert.That(first.Payload, Is.EqualTo("""{"id":5001}"""));
    }

    [Test]
    public async Task A_deal_that_a_person_changed_at_once_stands_where_it_is_since_the_change()
    {
        Due();
        WhenDealsAreAskedFor()
            .ReturnsAsync(
                (UserAccountId _, IReadOnlyCollection<NewAmoDeal> asked, CancellationToken _) =>
                {
                    var ids = Made(asked);
                    Deals[^1] = Deals[^1] with { UpdatedAt = Noon.AddSeconds(3) };
                    return ids;
                }
            );

        await PushAsync();

        Assert.That(Written.Single().After.History.Single().Observation.ChangedAt, Is.EqualTo(Noon.AddSeconds(3)));
    }

    [Test]
    public async Task A_deal_that_amoCRM_made_and_no_longer_shows_is_linked_without_a_stage()
    {
        var lead = Due();
        WhenDealsAreAskedFor().ReturnsAsync(new Dictionary<string, long> { [lead.Id.Value.ToString()] = 5001 });

        await PushAsync();

        Assert.That(lead.AmocrmLeadId?.Value, Is.EqualTo(5001));
        Assert.That(Written.Single().After.History, Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_deal_with_the_leads_tag_is_its_own_and_none_is_made(bool inCapitals)
    {
        var lead = Due();
        ContactAtAmo(7, "+79161234567", 501, 502);
        DealAtAmo(501, $"lead:{LeadId.New().Value}");
        DealAtAmo(502, inCapitals ? TagOf(lead).ToUpperInvariant() : TagOf(lead), "vip");

        await PushAsync();

        Assert.That(AskedDeals, Is.Empty);
        Assert.That((lead.AmocrmLeadId?.Value, lead.AmocrmPush), Is.EqualTo((502, AmoPush.Sent)));
        Assert.That(Completed, Is.EqualTo([lead.Id]));
        Assert.That(Written.Single().After.Key.Deal.Value, Is.EqualTo(502));
    }

    [Test]
    public async Task Of_copies_with_the_tag_the_first_is_taken()
    {
        var lead = Due();
        ContactAtAmo(7, "+79161234567", 503, 502, 504);
        foreach (var copy in (long[])[503, 502, 504])
            DealAtAmo(copy, TagOf(lead));

        await PushAsync();

        Assert.That(lead.AmocrmLeadId?.Value, Is.EqualTo(502));
    }

    [Test]
    public async Task Only_leads_without_a_deal_are_asked_one_for()
    {
        var (found, missing) = (Due("+79161234567"), Due("+79167654321"));
        ContactAtAmo(7, "+79161234567", 501);
        DealAtAmo(501, TagOf(found));

        await PushAsync();

        Assert.That(AskedDeals.Select(d => d.RequestId), Is.EqualTo([missing.Id.Value.ToString()]));
        Assert.That(Completed, Is.EqualTo([found.Id, missing.Id]));
    }

    [Test]
    public async Task A_deal_that_belongs_to_another_lead_fails_the_push()
    {
        var lead = Due();
        Owners[new(5001)] = LeadId.New();

        await PushAsync();

        Assert.That((lead.AmocrmPush, lead.PushError), Is.EqualTo((AmoPush.Failed, "its deal belongs to another lead")));
        Assert.That(Written, Is.Empty);
        Assert.That(Completed, Is.EqualTo([lead.Id]));
    }

    [Test]
    public async Task That_a_deal_may_exist_is_stored_and_the_lease_renewed_before_one_is_asked_for()
    {
        var lead = Due();
        var order = new List<string>();
        Outbox
            .Setup(o => o.RenewAsync(It.IsAny<OutboxLease>(), It.IsAny<CancellationToken>()))
            .Callback(() => order.Add("renewed"));
        Db.Setup(db => db.SaveChangesAsync(It.IsAny<CancellationToken>()))
            .Callback(() => order.Add($"saved {lead.PushRequestedAt is not null}"));
        WhenDealsAreAskedFor().Callback(() => order.Add("asked")).ReturnsAsync(new Dictionary<string, long>());

        await PushAsync();

        Assert.That(order.TakeWhile(o => o != "asked"), Is.EqualTo(["saved False", "renewed", "saved True"]));
    }

    [Test]
    public void Who_has_lost_the_lease_asks_for_no_deal()
    {
        Due();
        Outbox
            .Setup(o => o.RenewAsync(It.IsAny<OutboxLease>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("The lease ran out."));

        Assert.That(PushAsync, Throws.InvalidOperationException);

        Assert.That(AskedDeals, Is.Empty);
    }
}
