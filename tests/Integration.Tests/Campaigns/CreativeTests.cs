namespace AmoCrmQualification.Integration.Tests.Campaigns;

internal sealed class CreativeTests : ApiTest
{
    [Test]
    public async Task A_creative_is_made_changed_and_listed()
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        var creative = await account.CreativeAsync(null, "ad-2", "ad-1", "ad-1");

        var made = (await account.ItemsAsync("/api/creatives")).Single();
        var changed = await JsonAsync(await ChangeAsync(account, creative, new { title = "Видео 2", direction_id = direction }));

        Assert.That(AdsOf(made), Is.EquivalentTo(["ad-1", "ad-2"]));
        Assert.That(made.IsNull("direction_id"));
        Assert.That((changed.Text("title"), changed.Id("direction_id")), Is.EqualTo(("Видео 2", direction)));
        Assert.That(AdsOf(changed), Is.EquivalentTo(["ad-1", "ad-2"]), "what is not given stays");
    }

    [Test]
    public async Task A_direction_that_is_left_out_stays_and_one_that_is_null_is_taken_away()
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        var creative = await account.CreativeAsync(direction, "ad-1");

        var renamed = await JsonAsync(await ChangeAsync(account, creative, new { title = "Видео 2" }));
        var moved = await JsonAsync(await ChangeAsync(account, creative, new { direction_id = (Guid?)null }));

        Assert.That(renamed.Id("direction_id"), Is.EqualTo(direction));
        Assert.That(moved.IsNull("direction_id"));
        Assert.That((await account.ItemsAsync("/api/creatives")).Single().IsNull("direction_id"));
    }

    [Test]
    public async Task Ads_that_are_given_replace_those_it_had()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync(null, "ad-1", "ad-2");

        var changed = await JsonAsync(await ChangeAsync(account, creative, new { ad_ids = new[] { "ad-2", "ad-3" } }));
        var emptied = await JsonAsync(await ChangeAsync(account, creative, new { ad_ids = Array.Empty<string>() }));

        Assert.That(AdsOf(changed), Is.EquivalentTo(["ad-2", "ad-3"]));
        Assert.That(AdsOf(emptied), Is.Empty);
    }

    [Test]
    public async Task An_ad_shows_one_creative_of_an_account()
    {
        var account = await UnconnectedAccountAsync();
        await account.CreativeAsync(null, "ad-1");
        var second = await account.CreativeAsync(null, "ad-2");
        var stranger = await UnconnectedAccountAsync();

        var created = await account.SendAsync(
            HttpMethod.Post,
            "/api/creatives",
            new { title = "Фото", ad_ids = new[] { "ad-1" } }
        );
        var changed = await ChangeAsync(account, second, new { ad_ids = new[] { "ad-2", "ad-1" } });

        await ProblemAsync(created, HttpStatusCode.Conflict, "conflict", "ad_taken");
        await ProblemAsync(changed, HttpStatusCode.Conflict, "conflict", "ad_taken");
        Assert.That(await account.ItemsAsync("/api/creatives"), Has.Count.EqualTo(2), "nothing was made half");
        await stranger.CreativeAsync(null, "ad-1");
    }

    [Test]
    public async Task Of_two_creatives_that_claim_an_ad_at_once_one_gets_it()
    {
        var account = await UnconnectedAccountAsync();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => account.SendAsync(HttpMethod.Post, "/api/creatives", new { title = "К", ad_ids = new[] { "ad" } }))
        );

        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(5));
    }

    [Test]
    public async Task A_direction_that_is_not_the_accounts_is_refused()
    {
        var account = await UnconnectedAccountAsync();
        var theirs = await (await UnconnectedAccountAsync()).DirectionAsync();
        var creative = await account.CreativeAsync();

        foreach (var direction in new[] { theirs, Guid.CreateVersion7() })
        {
            HttpResponseMessage[] answers =
            [
                await account.SendAsync(HttpMethod.Post, "/api/creatives", new { title = "К", direction_id = direction }),
                await ChangeAsync(account, creative, new { direction_id = direction }),
            ];
            foreach (var answer in answers)
            {
                var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
                Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["direction_id"]));
            }
        }
    }

    [TestCase("""{"title":""}""", "title")]
    [TestCase("""{"title":"К","ad_ids":[""]}""", "ad_ids")]
    [TestCase("""{"title":"К","ad_ids":[null]}""", "ad_ids")]
    [TestCase("""{"title":"К","ad_ids":["a\u0000b"]}""", "ad_ids[0]")]
    [TestCase("""{"title":"К","ad_ids":"ad-1"}""", "ad_ids")]
    [TestCase("""{"title":"К","direction_id":"кухни"}""", "direction_id")]
    public async Task A_field_that_cannot_be_is_named(string body, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.PostAsync(
            account.Url("/api/creatives"),
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    [Test]
    public async Task A_direction_that_is_no_id_is_named_in_a_change_too()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync(null, "ad-1");

        var problem = await ProblemAsync(
            await ChangeAsync(account, creative, new { direction_id = "кухни" }),
            HttpStatusCode.BadRequest,
            "validation_error"
        );

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["direction_id"]));
    }

    [Test]
    public async Task Creatives_come_newest_first_page_by_page()
    {
        var account = await UnconnectedAccountAsync();
        List<Guid> made = [];
        for (var i = 0; i < 5; i++)
            made.Insert(0, await account.CreativeAsync(null, $"ad-{i}", $"ad-{i}-b"));

        var pages = await account.PagesAsync("/api/creatives", limit: 2);

        Assert.That(pages.Select(p => p.Count), Is.EqualTo([2, 2, 1]));
        Assert.That(pages.SelectMany(p => p).Select(c => c.Id()), Is.EqualTo(made));
    }

    [Test]
    public async Task Leads_that_came_before_their_ad_was_known_get_its_creative_and_direction()
    {
        var account = await UnconnectedAccountAsync();
        var (kitchens, own) = (await account.DirectionAsync("Кухни"), await account.DirectionAsync("Шкафы"));
        var byAd = await LeadAsync(account, new { ad_id = "ad-1" });
        var byUtm = await LeadAsync(account, new { utm_content = "ad-2" });
        var withDirection = await LeadAsync(account, new { ad_id = "ad-1", direction_id = own });
        var other = await LeadAsync(account, new { ad_id = "ad-9" });

        var creative = await account.CreativeAsync(kitchens, "ad-1");
        await JsonAsync(await ChangeAsync(account, creative, new { ad_ids = new[] { "ad-1", "ad-2" } }));

        Assert.That(await AttributionAsync(account, byAd), Is.EqualTo((creative.ToString(), kitchens.ToString())));
        Assert.That(await AttributionAsync(account, byUtm), Is.EqualTo((creative.ToString(), kitchens.ToString())));
        Assert.That(await AttributionAsync(account, withDirection), Is.EqualTo((creative.ToString(), own.ToString())));
        Assert.That(await AttributionAsync(account, other), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task A_lead_follows_its_ad_to_another_creative()
    {
        var account = await UnconnectedAccountAsync();
        var first = await account.CreativeAsync(null, "ad-1");
        var lead = await LeadAsync(account, new { ad_id = "ad-1" });

        await JsonAsync(await ChangeAsync(account, first, new { ad_ids = Array.Empty<string>() }));
        var second = await account.CreativeAsync(null, "ad-1");
        var later = await LeadAsync(account, new { ad_id = "ad-1" });

        Assert.That((await AttributionAsync(account, lead)).Creative, Is.EqualTo(second.ToString()));
        Assert.That((await AttributionAsync(account, later)).Creative, Is.EqualTo(second.ToString()));
    }

    private static Task<HttpResponseMessage> ChangeAsync(TestAccount account, Guid creative, object body) =>
        account.Client.AskAsync(HttpMethod.Patch, $"/api/creatives/{creative}", body);

    private static IEnumerable<string?> AdsOf(JsonElement creative) => creative.List("ad_ids").Select(ad => ad.GetString());

    private static Task<JsonElement> LeadAsync(TestAccount account, object marks)
    {
        var lead = JsonSerializer.SerializeToNode(marks)!.AsObject();
        (lead["source_type"], lead["phone"]) = ("website", "+79161234567");
        return account.LeadAsync(lead);
    }

    private static async Task<(string? Creative, string? Direction)> AttributionAsync(TestAccount account, JsonElement lead)
    {
        var now = await account.LeadByIdAsync(lead);
        return (now.Text("creative_id"), now.Text("direction_id"));
    }
}
