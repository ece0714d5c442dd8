namespace AmoCrmQualification.Integration.Tests.People;

/// <summary>A member may use his accounts as their keys may, and sees no other.</summary>
internal sealed class MemberTests : ApiTest
{
    [Test]
    public async Task A_member_of_two_accounts_uses_both_and_no_third()
    {
        var (first, second, third) = (
            await UnconnectedAccountAsync(),
            await UnconnectedAccountAsync(),
            await UnconnectedAccountAsync()
        );
        using var browser = (await SignedIn.NewAsync(Service, "member", first.Id, second.Id)).Client(Service);

        foreach (var own in new[] { first, second })
        {
            var lead = await own.LeadAsync(new { source_type = "manual", phone = "+79161234567" });
            await JsonAsync(await browser.GetAsync($"/api/leads/{lead.Id()}"));
            var listed = (await JsonAsync(await browser.GetAsync(own.Url("/api/leads")))).List("items");
            Assert.That(listed.Select(l => l.Id()), Is.EqualTo([lead.Id()]), "an account's leads, not those of both");
            await JsonAsync(await browser.GetAsync($"/api/user-accounts/{own.Id}"));
        }

        var theirs = await third.LeadAsync(new { source_type = "manual", phone = "+79161234567" });
        await ProblemAsync(await browser.GetAsync(third.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
        await ProblemAsync(await browser.GetAsync($"/api/leads/{theirs.Id()}"), HttpStatusCode.NotFound, "not_found");
        await ProblemAsync(await browser.DeleteAsync($"/api/leads/{theirs.Id()}"), HttpStatusCode.NotFound, "not_found");
        await ProblemAsync(await browser.GetAsync($"/api/user-accounts/{third.Id}"), HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_member_lists_his_accounts()
    {
        var (first, second) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await UnconnectedAccountAsync();
        using var browser = (await SignedIn.NewAsync(Service, "member", first.Id, second.Id)).Client(Service);

        var listed = await JsonAsync(await browser.GetAsync("/api/user-accounts"));

        Assert.That(listed.List("items").Select(a => a.Id()), Is.EqualTo([second.Id, first.Id]), "newest first");
    }

    [Test]
    public async Task A_member_of_nothing_sees_nothing()
    {
        var account = await UnconnectedAccountAsync();
        var member = await SignedIn.NewAsync(Service, "member");
        using var browser = member.Client(Service);

        Assert.That(member.Session.List("accounts"), Is.Empty);
        Assert.That((await JsonAsync(await browser.GetAsync("/api/user-accounts"))).List("items"), Is.Empty);
        await ProblemAsync(await browser.GetAsync(account.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task What_an_account_holds_for_one_member_its_other_account_does_not_take()
    {
        var (first, second) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        using var browser = (await SignedIn.NewAsync(Service, "member", first.Id, second.Id)).Client(Service);
        var direction = await JsonAsync(
            await browser.PostAsJsonAsync(first.Url("/api/directions"), new { name = "Кухни" }),
            HttpStatusCode.Created
        );

        var answer = await browser.PostAsJsonAsync(
            second.Url("/api/leads"),
            new
            {
                source_type = "manual",
                phone = "+79161234567",
                direction_id = direction.Id(),
            }
        );

        Assert.That((int)answer.StatusCode, Is.InRange(400, 404), await answer.Content.ReadAsStringAsync());
        Assert.That(await second.ItemsAsync("/api/leads"), Is.Empty);
    }

    [Test]
    public async Task A_member_sees_no_secret_and_changes_no_account()
    {
        var account = await AccountAsync();
        using var browser = (await SignedIn.NewAsync(Service, "member", account.Id)).Client(Service);
        using var platform = Service.Client(PlatformToken.For(account.Id));
        var own = $"/api/user-accounts/{account.Id}";
        (string Method, string Path)[] closed =
        [
            ("PATCH", own),
            ("POST", $"{own}/webhook-secret"),
            ("GET", $"{own}/amocrm-webhook"),
            ("PUT", $"{own}/amocrm-webhook"),
            ("DELETE", $"{own}/amocrm-webhook"),
            ("PUT", $"{own}/amocrm-connection"),
            ("DELETE", $"{own}/amocrm-connection"),
            ("POST", $"{own}/amocrm-connection/authorization"),
            ("GET", $"{own}/api-keys"),
            ("POST", $"{own}/api-keys"),
            ("GET", "/api/users"),
        ];

        foreach (var member in new[] { browser, platform })
        {
            foreach (var (method, path) in closed)
                await ProblemAsync(
                    await member.AskAsync(new(method), path, method is "GET" or "DELETE" ? null : new { name = "Моё" }),
                    HttpStatusCode.Forbidden,
                    "forbidden",
                    "right_missing"
                );
            var shown = await JsonAsync(await member.GetAsync(own));
            var listed = (await JsonAsync(await member.GetAsync("/api/user-accounts"))).List("items").Single();
            Assert.That(shown.IsNull("webhook_url") && listed.IsNull("webhook_url"));
            Assert.That(shown.Text("name"), Is.EqualTo("Клиент"));
        }

        foreach (var keeper in new[] { Admin, account.Client })
            Assert.That((await JsonAsync(await keeper.GetAsync(own))).Text("webhook_url"), Does.Contain("sig="));
    }

    [Test]
    public async Task A_member_works_with_stages_creatives_and_spend()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        using var browser = (await SignedIn.NewAsync(Service, "member", account.Id)).Client(Service);

        await JsonAsync(await browser.PostAsync(account.Url("/api/amocrm/sync-pipelines"), content: null));
        var pipelines = await JsonAsync(await browser.GetAsync(account.Url("/api/amocrm/pipelines")));
        var stage = pipelines.List("pipelines")[0].List("stages")[0];
        await JsonAsync(
            await browser.PatchAsJsonAsync($"/api/amocrm/pipeline-stages/{stage.Id()}", new { is_qualified_stage = true })
        );
        await JsonAsync(
            await browser.PostAsJsonAsync(account.Url("/api/creatives"), new { title = "Кухни", ad_ids = new[] { "1202" } }),
            HttpStatusCode.Created
        );
        await JsonAsync(
            await browser.PostAsJsonAsync(
                account.Url("/api/ad-spend"),
                new[]
                {
                    new
                    {
                        date = "2026-01-01",
                        ad_id = "1202",
                        spend = 10,
                    },
                }
            )
        );
    }
}
