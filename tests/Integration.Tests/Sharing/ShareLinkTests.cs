using AmoCrmQualification.Integration.Tests.Analytics;
using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Integration.Tests.Errors;

namespace AmoCrmQualification.Integration.Tests.Sharing;

/// <summary>A link is secret, ends when it is told to, and may need a password.</summary>
internal sealed class ShareLinkTests : ShareLinkTest
{
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
}
