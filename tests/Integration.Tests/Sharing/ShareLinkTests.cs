using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.Sharing;

/// <summary>A link reads its page, of its account, within its filter, and nothing else.</summary>
internal sealed class ShareLinkTests : ApiTest
{
    private const string Head = "GET /api/share-links/current";

    private static readonly Dictionary<string, string[]> s_pages = new(StringComparer.Ordinal)
    {
        ["overview"] = [Head, "GET /api/analytics/summary", "GET /api/analytics/trends"],
        ["creatives"] = [Head, "GET /api/analytics/creatives"],
        ["funnel"] = [Head, "GET /api/analytics/funnel"],
    };

    [TestCase("overview")]
    [TestCase("creatives")]
    [TestCase("funnel")]
    public async Task A_link_reads_the_routes_of_its_page_alone(string page)
    {
        var account = await AccountAsync();
        var other = await UnconnectedAccountAsync();
        var pipeline = account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        using var guest = await GuestAsync(
            account,
            new
            {
                title = "Клиенту",
                page,
                filter = new { pipeline_id = pipeline.Id },
            }
        );

        foreach (var route in (await ApiRoute.AllAsync(Admin)).Where(route => !route.IsOpen))
        foreach (var format in new[] { "", "&format=csv", "&cursor=AAAA" })
        {
            var path = Belongings.UnknownUrlOf(route);
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var answer = await guest.AskAsync(route.Method, $"{path}{mark}userAccountId={account.Id}{format}", route.Body);
            var text = $"{route}{format}: {await answer.Content.ReadAsStringAsync()}";
            if (s_pages[page].Contains(route.ToString()))
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
                var theirs = await guest.AskAsync(route.Method, $"{path}{mark}userAccountId={other.Id}{format}");
                if (route.ToString() != Head)
                    await ProblemAsync(theirs, HttpStatusCode.Forbidden, "forbidden", "account_forbidden");
            }
            else
                Assert.That((int)answer.StatusCode, Is.AnyOf(403, 404), text);
            if (!s_pages[page].Contains(route.ToString()) && route.NamesAccount)
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), text);
        }
    }

    [Test]
    public async Task What_is_asked_is_narrowed_to_the_filter_or_refused()
    {
        var account = await UnconnectedAccountAsync(new { time_zone = "UTC" });
        var (direction, foreign) = (await account.DirectionAsync("А"), await account.DirectionAsync("Б"));
        var (own, rival) = (await account.CreativeAsync(direction), await account.CreativeAsync(foreign));
        foreach (var day in new[] { "2026-03-01", "2026-03-10", "2026-03-20" })
        {
            await account.InsertLeadsAsync(At(day), count: 3, creative: own);
            await account.InsertLeadsAsync(At(day), count: 5, creative: rival);
        }

        using var guest = await GuestAsync(
            account,
            new
            {
                title = "Клиенту",
                page = "creatives",
                filter = new
                {
                    from = "2026-03-05",
                    to = "2026-03-15",
                    direction_id = direction,
                    mode = "ever",
                },
            }
        );

        foreach (
            var query in new[]
            {
                "",
                "?from=2026-01-01&to=2026-12-31",
                "?From=2026-01-01",
                $"?directionId={direction}&mode=ever",
                $"?DIRECTIONID={direction}",
            }
        )
        {
            var rows = (await JsonAsync(await guest.GetAsync($"/api/analytics/creatives{query}"))).List("creatives");
            Assert.That(
                rows.Select(row => (row.Text("creative_id"), row.Number("total_leads"))),
                Is.EqualTo([($"{own}", 3L)]),
                query
            );
        }

        foreach (
            var query in new[]
            {
                $"directionId={foreign}",
                $"directionId={direction}&directionId={foreign}",
                "directionId=",
                "mode=current",
                "from=2026-03-16",
                "to=2026-03-04",
                "from=2026%2F01%2F01",
                "from=01.01.2026",
                "from=",
                "from=2026-03-06&from=2026-01-01",
                $"creativeId={own}&directionId={foreign}",
            }
        )
        foreach (var format in new[] { "", "&format=csv" })
            await ProblemAsync(
                await guest.GetAsync($"/api/analytics/creatives?{query}{format}"),
                HttpStatusCode.Forbidden,
                "forbidden",
                "outside_share"
            );

        var csv = CsvAnswer.Read(
            await CsvAnswer.CsvAsync(await guest.GetAsync("/api/analytics/creatives?format=csv&from=2026-01-01"))
        );
        Assert.That(csv.Select(row => row["total_leads"]), Is.EqualTo(["3"]));
        var head = await JsonAsync(await guest.GetAsync("/api/share-links/current"));
        Assert.That(head.Text("direction"), Is.EqualTo("А"));
        Assert.That(head.GetProperty("trust").Number("linked"), Is.EqualTo(3), "coverage is of the same leads");
        Assert.That(head.GetProperty("account").Id(), Is.EqualTo(account.Id));
    }

    [Test]
    public async Task A_token_is_random_shown_once_and_kept_as_a_hash()
    {
        var account = await UnconnectedAccountAsync();
        var (one, two) = (await ShareAsync(account), await ShareAsync(account));

        var tokens = new[] { one, two }.Select(TokenOf).ToList();
        Assert.That(tokens, Is.Unique.And.All.Match("^[A-Za-z0-9_-]{43}$"));
        var listed = await account.ItemsAsync("/api/share-links");
        Assert.That(listed.Select(link => link.Id()), Is.EqualTo([two.Id(), one.Id()]), "newest first");
        Assert.That(listed[0].Names(), Has.None.EqualTo("url"));
        var stored = await Service.ScalarAsync<string>(
            "SELECT string_agg(l::text, ' ') FROM share_links l WHERE user_account_id = $1",
            account.Id
        );
        Assert.That(tokens, Has.All.Matches<string>(token => !stored.Contains(token, StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_revoked_link_is_over_at_once_on_every_replica()
    {
        var account = await UnconnectedAccountAsync();
        var link = await ShareAsync(account);
        await using var replica = Service.Replicate();
        using var here = Service.Client(TokenOf(link));
        using var there = replica.Client(TokenOf(link));
        foreach (var guest in new[] { here, there })
            await JsonAsync(await guest.GetAsync("/api/analytics/summary"));
        using var stranger = (await UnconnectedAccountAsync()).Client;
        await ProblemAsync(await stranger.DeleteAsync($"/api/share-links/{link.Id()}"), HttpStatusCode.NotFound, "not_found");

        Assert.That(
            (await account.Client.DeleteAsync($"/api/share-links/{link.Id()}")).StatusCode,
            Is.EqualTo(HttpStatusCode.NoContent)
        );

        foreach (var guest in new[] { here, there })
            await ProblemAsync(
                await guest.GetAsync("/api/analytics/summary"),
                HttpStatusCode.Unauthorized,
                "unauthorized",
                "caller_unknown"
            );
    }

    [Test]
    public async Task An_expired_link_opens_nothing()
    {
        var account = await UnconnectedAccountAsync();
        var link = await ShareAsync(
            account,
            new
            {
                title = "На день",
                page = "overview",
                expires_at = "2099-01-01T00:00:00Z",
            }
        );
        using var guest = Service.Client(TokenOf(link));
        await JsonAsync(await guest.GetAsync("/api/share-links/current"));

        await Service.ExecuteAsync("UPDATE share_links SET expires_at = now() WHERE id = $1", link.Id());

        await ProblemAsync(await guest.GetAsync("/api/share-links/current"), HttpStatusCode.Unauthorized, "unauthorized");
        Assert.That((await account.ItemsAsync("/api/share-links"))[0].Flag("is_expired"));
        await ProblemAsync(
            await account.Client.PostAsJsonAsync(
                account.Url("/api/share-links"),
                new
                {
                    title = "Вчера",
                    page = "overview",
                    expires_at = "2020-01-01T00:00:00Z",
                }
            ),
            HttpStatusCode.BadRequest,
            "validation_error",
            "value_out_of_range"
        );
    }

    [Test]
    public async Task A_password_gives_a_key_and_cannot_be_guessed()
    {
        var account = await UnconnectedAccountAsync();
        var link = await ShareAsync(
            account,
            new
            {
                title = "С паролем",
                page = "overview",
                password = "ночной экспресс",
            }
        );
        using var locked = Service.Client(TokenOf(link));
        using var nobody = Service.Client(key: null);
        await ProblemAsync(
            await locked.GetAsync("/api/analytics/summary"),
            HttpStatusCode.Unauthorized,
            "unauthorized",
            "share_password_missing"
        );

        var session = await JsonAsync(await OpenAsync(nobody, TokenOf(link), "ночной экспресс"));
        using var guest = Service.Client(session.Text("key"));
        await JsonAsync(await guest.GetAsync("/api/analytics/summary"));
        await ProblemAsync(await guest.GetAsync(account.Url("/api/leads")), HttpStatusCode.Forbidden, "forbidden");
        Assert.That(session.Time("expires_at"), Is.LessThan(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(3)));

        foreach (var (token, password) in new[] { (TokenOf(link), "дневной экспресс"), ("nobody's", "ночной экспресс") })
            await ProblemAsync(
                await OpenAsync(nobody, token, password),
                HttpStatusCode.Unauthorized,
                "unauthorized",
                "share_password_wrong"
            );
        HttpResponseMessage last;
        var guesses = 0;
        do last = await OpenAsync(nobody, TokenOf(link), $"guess {guesses}");
        while (last.StatusCode == HttpStatusCode.Unauthorized && ++guesses < 30);
        await ProblemAsync(last, HttpStatusCode.TooManyRequests, "rate_limited", "too_many_attempts");

        await account.Client.DeleteAsync($"/api/share-links/{link.Id()}");
        await ProblemAsync(await guest.GetAsync("/api/analytics/summary"), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [TestCase("amoqs_")]
    [TestCase("amoqs_CfDJ8AAAA")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_opens_nothing(string token)
    {
        using var guest = Service.Client(token);

        await ProblemAsync(await guest.GetAsync("/api/share-links/current"), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task Search_engines_are_asked_to_stay_away()
    {
        using var browser = Service.Browser();

        foreach (var path in new[] { "/s/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/api/share-links/current" })
        {
            var answer = await browser.GetAsync(path);
            Assert.That(answer.Headers.GetValues("X-Robots-Tag").Single(), Does.Contain("noindex"), path);
            Assert.That(answer.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"), path);
        }
    }

    [Test]
    public async Task A_page_that_makes_no_sense_is_refused()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var foreign = await other.DirectionAsync();

        foreach (
            var (body, field) in new (object, string)[]
            {
                (new { page = "overview" }, "title"),
                (new { title = "Т" }, "page"),
                (new { title = "Т", page = "leads" }, "page"),
                (new { title = "Т", page = "funnel" }, "filter"),
                (
                    new
                    {
                        title = "Т",
                        page = "overview",
                        password = "12345",
                    },
                    "password"
                ),
                (
                    new
                    {
                        title = "Т",
                        page = "overview",
                        filter = new { from = "2026-02-02", to = "2026-02-01" },
                    },
                    "to"
                ),
                (
                    new
                    {
                        title = "Т",
                        page = "overview",
                        filter = new { mode = "within" },
                    },
                    "days"
                ),
                (
                    new
                    {
                        title = "Т",
                        page = "overview",
                        filter = new { mode = "often" },
                    },
                    "mode"
                ),
                (
                    new
                    {
                        title = "Т",
                        page = "overview",
                        filter = new { direction_id = foreign },
                    },
                    "direction_id"
                ),
            }
        )
        {
            var answer = await account.Client.PostAsJsonAsync(account.Url("/api/share-links"), body);
            var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
        }
    }

    private static DateTimeOffset At(string day) =>
        DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string token, string password) =>
        client.PostAsJsonAsync("/api/share-links/session", new { token, password });

    private static async Task<HttpClient> GuestAsync(TestAccount account, object link) =>
        Service.Client(TokenOf(await ShareAsync(account, link)));

    private static async Task<JsonElement> ShareAsync(TestAccount account, object? link = null) =>
        await JsonAsync(
            await account.Client.PostAsJsonAsync(
                account.Url("/api/share-links"),
                link ?? new { title = "Клиенту", page = "overview" }
            ),
            HttpStatusCode.Created
        );

    private static string TokenOf(JsonElement link)
    {
        const string Page = Service.PublicUrl + "/s/";
        var url = link.Text("url")!;
        Assert.That(url, Does.StartWith(Page));
        return url[Page.Length..];
    }
}
