using System.Data.Common;
using AmoCrmQualification.Application.Data;
using AmoCrmQualification.Application.Inbox;
using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Application.Leads;
using Moq;

namespace AmoCrmQualification.Application.Tests.Inbox;

/// <summary>One bad delivery neither stops nor undoes the others; a database that is away blames nobody.</summary>
internal sealed class ProcessInboxTests : ProcessInboxTest
{
    [Test]
    public async Task A_batch_goes_to_the_ledger_in_one_call_and_is_committed()
    {
        var deliveries = new[] { Deliver(501), Deliver(502), Deliver(501) };

        Assert.That(await ProcessAsync(), Is.EqualTo(3));

        Assert.That(Reported, Is.EqualTo(new long[][] { [501, 502, 501] }));
        Assert.That(Completed.Select(o => o.Id), Is.EqualTo(deliveries.Select(d => d.Id)));
        Assert.That(Completed.Select(o => o.State), Is.All.EqualTo(DeliveryState.Processed));
        Batch.Verify(b => b.CommitAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task A_shard_with_nothing_to_do_is_left_at_once()
    {
        Inbox.Setup(i => i.ClaimAsync(3, It.IsAny<BatchLimit>(), It.IsAny<CancellationToken>())).ReturnsAsync((IInboxBatch?)null);

        Assert.That(await ProcessAsync(), Is.Zero);
    }

    [TestCase(1, new[] { 8, 4, 2, 1, 1, 2, 4 })]
    [TestCase(6, new[] { 8, 4, 4, 2, 1, 1, 2 })]
    [TestCase(8, new[] { 8, 4, 4, 2, 2, 1, 1 })]
    public async Task A_batch_that_fails_is_halved_until_the_bad_delivery_is_alone(int bad, int[] sizes)
    {
        var deliveries = Enumerable.Range(1, 8).Select(deal => Deliver(deal)).ToList();
        Poison[bad] = new InvalidOperationException("a deal that cannot be");

        Assert.That(await ProcessAsync(), Is.EqualTo(8));

        Assert.That(Reported.Select(r => r.Length), Is.EqualTo(sizes));
        Assert.That(Rescheduled, Is.EqualTo([(deliveries[bad - 1].Id, "a deal that cannot be", false)]));
        deliveries.RemoveAt(bad - 1);
        Assert.That(Completed.Select(o => o.Id), Is.EqualTo(deliveries.Select(d => d.Id)), "in order of arrival");
        Batch.Verify(b => b.CommitAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task What_a_failed_part_did_is_undone_before_its_halves_begin()
    {
        var steps = new List<string>();
        Batch.Setup(b => b.BeginPartAsync(It.IsAny<CancellationToken>())).Callback(() => steps.Add("begin"));
        Batch.Setup(b => b.UndoPartAsync(It.IsAny<CancellationToken>())).Callback(() => steps.Add("undo"));
        Batch.Setup(b => b.CommitAsync(It.IsAny<CancellationToken>())).Callback(() => steps.Add("commit"));
        Deliver(1);
        Deliver(2);
        Poison[1] = new InvalidOperationException();

        await ProcessAsync();

        Assert.That(steps, Is.EqualTo(["begin", "undo", "begin", "undo", "begin", "commit"]));
    }

    [Test]
    public async Task Each_of_several_bad_deliveries_waits_by_itself()
    {
        var deliveries = Enumerable.Range(1, 5).Select(deal => Deliver(deal)).ToList();
        Poison[2] = new InvalidOperationException("two");
        Poison[5] = new FakeDatabaseException(isTransient: false, "five");

        await ProcessAsync();

        Assert.That(
            Rescheduled.Select(r => (r.Id, r.Error)),
            Is.EqualTo([(deliveries[1].Id, "two"), (deliveries[4].Id, "five")])
        );
        Assert.That(Completed, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_database_that_is_away_costs_no_delivery_an_attempt()
    {
        Deliver(1);
        Deliver(2);
        Poison[2] = new FakeDatabaseException(isTransient: true, "the server is going down");

        Assert.That(ProcessAsync, Throws.TypeOf<FakeDatabaseException>());

        Assert.That(Reported, Has.Count.EqualTo(1), "nothing is halved");
        AssertNothingIsKept();
    }

    [Test]
    public void A_worker_that_stops_costs_no_delivery_an_attempt()
    {
        Deliver(1);
        Poison[1] = new OperationCanceledException();

        Assert.That(ProcessAsync, Throws.InstanceOf<OperationCanceledException>());

        AssertNothingIsKept();
    }

    [Test]
    public async Task A_form_that_is_too_large_is_tried_no_more()
    {
        var huge = DeliverForm(string.Join('&', Enumerable.Range(0, PhpForm.MostKeys + 1).Select(i => $"k{i}=1")));
        var other = Deliver(501);

        await ProcessAsync();

        Assert.That(Rescheduled.Select(r => (r.Id, r.IsHopeless)), Is.EqualTo([(huge.Id, true)]));
        Assert.That(Completed.Single().Id, Is.EqualTo(other.Id));
    }

    [Test]
    public async Task A_bad_delivery_of_an_erased_person_keeps_nothing_of_the_person()
    {
        Erase(501);
        var bad = DeliverForm(
            "leads[status][0][id]=501&leads[status][0][status_id]=22&leads[status][0][pipeline_id]=11&leads[status][0][name]=Anna"
        );
        Poison[501] = new InvalidOperationException();

        await ProcessAsync();

        Assert.That(Redacted.Keys, Is.EqualTo([bad.Id]));
        Assert.That(Redacted[bad.Id], Does.Contain("501").And.Not.Contain("Anna"));
    }

    [Test]
    public async Task A_delivery_of_an_erased_persons_deal_keeps_no_body_even_where_it_moves_nothing()
    {
        Erase(501);
        DeliverForm("leads[responsible][0][id]=501");
        DeliverForm("leads[responsible][0][id]=502");

        await ProcessAsync();

        Assert.That(Completed.Select(o => o.KeepsBody), Is.EqualTo([false, true]));
    }

    [Test]
    public async Task A_contact_of_an_erased_person_is_known_by_the_deal_or_by_itself()
    {
        Erase(501, contact: 7);
        DeliverForm("contacts[add][0][id]=8&contacts[add][0][linked_leads_id][501][501]=501");
        DeliverForm("contacts[update][0][id]=7");
        DeliverForm("contacts[update][0][id]=9&contacts[update][0][linked_leads_id][502][502]=502");
        DeliverForm("unsorted[add][0][uid]=x&unsorted[add][0][lead_id]=501");

        await ProcessAsync();

        Assert.That(Completed.Select(o => o.KeepsBody), Is.EqualTo([false, false, true, false]));
        Assert.That(Completed.Select(o => o.Events.Single().Deals), Is.EqualTo(new long[]?[] { [501], null, [502], [501] }));
    }

    [Test]
    public async Task Contacts_are_told_after_deals_and_keep_their_effects_in_order()
    {
        Contacts.Add(8);
        DeliverForm(
            "contacts[add][0][id]=7&leads[status][0][id]=501&leads[status][0][status_id]=22&leads[status][0][pipeline_id]=11"
        );
        DeliverForm("contacts[add][0][id]=8&contacts[add][1][id]=9&contacts[add][1][type]=company&contacts[note][0][id]=8");

        await ProcessAsync();

        Assert.That(
            Completed.SelectMany(o => o.Events).Select(e => $"{e.Entity} {e.Id} {e.Effect}"),
            Is.EqualTo(["contact 7 ignored", "lead 501 applied", "contact 8 applied", "company 9 ignored", "contact 8 ignored"])
        );
    }

    [TestCase(ReportEffect.Applied, "applied", DeliveryState.Processed)]
    [TestCase(ReportEffect.Unchanged, "unchanged", DeliveryState.Processed)]
    [TestCase(ReportEffect.Repeated, "repeated", DeliveryState.Processed)]
    [TestCase(ReportEffect.Unmatched, "unmatched", DeliveryState.Unmatched)]
    public async Task The_log_says_what_came_of_each_event(ReportEffect effect, string said, DeliveryState state)
    {
        DeliverForm(
            "leads[update][0][id]=x&leads[status][0][id]=501&leads[status][0][status_id]=22&leads[status][0][pipeline_id]=11&contacts[add][0][id]=7"
        );
        Outcome = new(effect, IsForgotten: true);

        await ProcessAsync();

        var done = Completed.Single();
        Assert.That(
            done.Events,
            Is.EqualTo([
                new DeliveryEvent("lead", null, "update", "set_aside", "invalid_id"),
                new DeliveryEvent("lead", 501, "status", said, null),
                new DeliveryEvent("contact", 7, "add", "ignored", null),
            ])
        );
        Assert.That((done.State, done.KeepsBody), Is.EqualTo((state, false)));
    }

    private sealed class FakeDatabaseException(bool isTransient, string message) : DbException(message)
    {
        public override bool IsTransient => isTransient;
    }
}
