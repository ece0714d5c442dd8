using AmoCrmQualification.Integration.Tests.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class AttributionTests : ApiTest
{
    [TestCase("ad_id")]
    [TestCase("utm_content")]
    public async Task An_ad_finds_its_creative_and_the_creative_its_direction(string mark)
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        var creative = await account.CreativeAsync(direction, "ad-1");

        var lead = await LeadAsync(account, new Dictionary<string, object> { [mark] = "ad-1" });

        Assert.That((lead.Id("creative_id"), lead.Id("direction_id")), Is.EqualTo((creative, direction)));
        Assert.That(lead.Text(mark), Is.EqualTo("ad-1"));
    }

    [Test]
    public async Task What_the_caller_says_wins_over_the_ad()
    {
        var account = await UnconnectedAccountAsync();
        var (byAd, said) = (await account.DirectionAsync("А"), await account.DirectionAsync("Б"));
        await account.CreativeAsync(byAd, "ad-1");
        var creative = await account.CreativeAsync(byAd, "ad-2");

        var lead = await LeadAsync(
            account,
            new
            {
                ad_id = "ad-1",
                creative_id = creative,
                direction_id = said,
            }
        );

        Assert.That((lead.Id("creative_id"), lead.Id("direction_id")), Is.EqualTo((creative, said)));
    }

    [Test]
    public async Task The_ad_wins_over_the_mark_of_the_address()
    {
        var account = await UnconnectedAccountAsync();
        var byAd = await account.CreativeAsync(null, "ad-1");
        await account.CreativeAsync(null, "ad-2");

        var lead = await LeadAsync(account, new { ad_id = "ad-1", utm_content = "ad-2" });

        Assert.That(lead.Id("creative_id"), Is.EqualTo(byAd));
    }

    [Test]
    public async Task An_unknown_ad_is_kept_and_another_accounts_ad_is_unknown()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await other.CreativeAsync(null, "ad-1");

        var lead = await LeadAsync(account, new { ad_id = "ad-1" });

        Assert.That(lead.IsNull("creative_id"));
        Assert.That(lead.Text("ad_id"), Is.EqualTo("ad-1"));
    }

    [TestCase("creative_id")]
    [TestCase("direction_id")]
    public async Task A_creative_or_direction_that_is_not_the_accounts_is_refused(string field)
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var theirs = field == "creative_id" ? await other.CreativeAsync() : await other.DirectionAsync();

        foreach (var id in new[] { theirs, Guid.CreateVersion7() })
        {
            var body = Body(new Dictionary<string, object> { [field] = id });
            var answer = await account.SendAsync(HttpMethod.Post, "/api/leads", body);

            var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        }
    }

    private static Task<JsonElement> LeadAsync(TestAccount account, object marks) => account.LeadAsync(Body(marks));

    private static object Body(object marks)
    {
        var lead = JsonSerializer.SerializeToNode(marks)!.AsObject();
        (lead["source_type"], lead["phone"]) = ("website", "+79161234567");
        return lead;
    }
}
