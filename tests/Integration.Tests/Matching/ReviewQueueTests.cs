using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Matching;

/// <summary>Where several leads have a deal's phone, a person decides.</summary>
internal sealed class ReviewQueueTests : MatchTest
{
    [Test]
    public async Task Several_leads_with_the_phone_are_a_question_to_a_person_and_the_answer_is_final()
    {
        var account = await SellerAsync();
        var leads = new[] { await KeptAsync(account), await KeptAsync(account) };
        var deal = Deal(account, Phone);
        await account.DeliverAsync(LeadForm.Status(deal));
        var match = await MatchAsync(account);

        var answer = await account.SendAsync(HttpMethod.Post, Url(match), new { lead_id = leads[1].Id() });
        await JsonAsync(answer);
        var again = await account.SendAsync(HttpMethod.Post, Url(match), new { ignore = true });

        Assert.Multiple(() =>
        {
            Assert.That(match.Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
            Assert.That(match.Text("phone"), Is.EqualTo(Phone));
            Assert.That(match.List("candidates").Select(c => c.Id()), Is.EquivalentTo(leads.Select(l => l.Id())));
        });
        await ProblemAsync(again, HttpStatusCode.Conflict, "conflict", "match_already_decided");
        Assert.That((await account.LeadByIdAsync(leads[1])).Number("amocrm_lead_id"), Is.EqualTo(deal.Id));
        Assert.That((await account.LeadByIdAsync(leads[0])).IsNull("amocrm_lead_id"), Is.True);
        Assert.That(await account.ItemsAsync("/api/lead-matches"), Is.Empty);
    }

    [Test]
    public async Task An_ignored_deal_is_not_asked_about_again()
    {
        var account = await SellerAsync();
        await KeptAsync(account);
        await KeptAsync(account);
        var deal = Deal(account, Phone);
        await account.DeliverAsync(LeadForm.Status(deal));

        await JsonAsync(await account.SendAsync(HttpMethod.Post, Url(await MatchAsync(account)), new { ignore = true }));
        await KeptAsync(account);
        await account.DeliverAsync(LeadForm.Status(deal.Id, deal.PipelineId, CrmStage.Won, deal.UpdatedAt + 5));
        await NothingIsDueAsync(account);

        Assert.That(await account.ItemsAsync("/api/lead-matches"), Is.Empty);
        Assert.That((await account.ItemsAsync("/api/leads")).Where(l => !l.IsNull("amocrm_lead_id")), Is.Empty);
    }

    [TestCase("""{}""")]
    [TestCase("""{"ignore":false}""")]
    [TestCase("""{"lead_id":"019aa000-0000-7000-8000-000000000001","ignore":true}""")]
    [TestCase("""{"lead_id":"019aa000-0000-7000-8000-000000000001"}""")]
    public async Task An_answer_says_one_thing_and_names_a_lead_of_the_account(string body)
    {
        var account = await SellerAsync();
        await KeptAsync(account);
        await KeptAsync(account);
        await account.DeliverAsync(LeadForm.Status(Deal(account, Phone)));
        var match = await MatchAsync(account);

        var answer = await account.SendAsync(HttpMethod.Post, Url(match), JsonElement.Parse(body));

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task A_candidate_that_got_another_deal_can_no_longer_be_chosen()
    {
        var account = await SellerAsync();
        var (one, other) = (await KeptAsync(account), await KeptAsync(account));
        await account.DeliverAsync(LeadForm.Status(Deal(account, Phone)));
        var first = await MatchAsync(account);
        await account.DeliverAsync(LeadForm.Status(Deal(account, Phone)));
        IReadOnlyList<JsonElement> matches = [];
        await TestAccount.UntilAsync(
            async () => (matches = await account.ItemsAsync("/api/lead-matches")).Count == 2,
            () => "the second deal"
        );

        await JsonAsync(await account.SendAsync(HttpMethod.Post, Url(first), new { lead_id = one.Id() }));
        var taken = await account.SendAsync(HttpMethod.Post, Url(matches[0]), new { lead_id = one.Id() });

        await ProblemAsync(taken, HttpStatusCode.Conflict, "conflict", "lead_already_linked");
        Assert.That(
            (await account.ItemsAsync("/api/lead-matches")).Single().List("candidates").Single().Id(),
            Is.EqualTo(other.Id())
        );
    }
}
