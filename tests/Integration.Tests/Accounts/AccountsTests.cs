using System.Text.RegularExpressions;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed partial class AccountsTests : ApiTest
{
    [Test]
    public async Task The_webhook_address_is_signed_for_its_account_alone()
    {
        var (one, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());

        Assert.That(one.WebhookUrl, Does.Match(SignedAddress()).And.Contain($"user_id={one.Id:D}"));
        Assert.That(one.WebhookUrl[^64..], Is.Not.EqualTo(other.WebhookUrl[^64..]));
    }

    [Test]
    public async Task A_change_changes_what_is_given_and_nothing_else()
    {
        var account = await UnconnectedAccountAsync(
            new
            {
                name = "Было",
                currency = "RUB",
                time_zone = "Europe/Moscow",
            }
        );

        var changed = await JsonAsync(
            await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { currency = "USD" })
        );
        var renamed = await JsonAsync(
            await account.Client.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { name = "Стало" })
        );

        Assert.That((changed.Text("name"), changed.Text("currency")), Is.EqualTo(("Было", "USD")));
        Assert.That(
            (renamed.Text("name"), renamed.Text("currency"), renamed.Text("time_zone")),
            Is.EqualTo(("Стало", "USD", "Europe/Moscow"))
        );
    }

    [TestCase("""{"name":" "}""", "name")]
    [TestCase("""{"currency":"R"}""", "currency")]
    [TestCase("""{"time_zone":"Nowhere"}""", "time_zone")]
    [TestCase("""{"default_country":"XX"}""", "default_country")]
    [TestCase("""{"push_leads":"yes"}""", "push_leads")]
    public async Task A_change_to_what_cannot_be_is_refused(string body, string field)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.PatchAsync(
            $"/api/user-accounts/{account.Id}",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]));
    }

    [Test]
    public async Task The_operator_sees_every_account_newest_first_page_by_page()
    {
        List<Guid> opened = [];
        for (var i = 0; i < 3; i++)
            opened.Insert(0, (await UnconnectedAccountAsync()).Id);

        List<Guid> seen = [];
        string? cursor = null;
        do
        {
            var page = await JsonAsync(await Admin.GetAsync($"/api/user-accounts?limit=2&cursor={cursor}"));
            seen.AddRange(page.List("items").Select(a => a.Id()));
            cursor = page.Text("next_cursor");
        } while (cursor is not null && !opened.TrueForAll(seen.Contains));

        Assert.That(seen, Is.Unique);
        Assert.That(seen.Where(opened.Contains), Is.EqualTo(opened));
    }

    [Test]
    public async Task An_account_sees_itself_alone()
    {
        var account = await UnconnectedAccountAsync();
        await UnconnectedAccountAsync();

        var list = await JsonAsync(await account.Client.GetAsync("/api/user-accounts"));

        Assert.That(list.List("items").Select(a => a.Id()), Is.EqualTo([account.Id]));
        Assert.That(list.IsNull("next_cursor"));
    }

    [TestCase("limit=0", "limit")]
    [TestCase("limit=501", "limit")]
    [TestCase("limit=-1", "limit")]
    [TestCase("limit=abc", "limit")]
    [TestCase("limit=99999999999", "limit")]
    [TestCase("cursor=abc", "cursor")]
    [TestCase("cursor=%00", "cursor")]
    [TestCase("cursor=MS56eg", "cursor")] // 1.zz
    [TestCase("cursor=LTEuMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA", "cursor")] // a time before all times
    [TestCase("cursor=OTIyMzM3MjAzNjg1NDc3NTgwNy4wMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA", "cursor")] // and after
    public async Task Every_list_refuses_a_page_that_cannot_be(string query, string field)
    {
        var account = await UnconnectedAccountAsync();
        string[] lists =
        [
            "/api/user-accounts",
            "/api/directions",
            "/api/creatives",
            "/api/leads",
            "/api/sales",
            "/api/webhook-deliveries",
        ];

        foreach (var list in lists)
        {
            var problem = await ProblemAsync(
                await account.SendAsync(HttpMethod.Get, $"{list}?{query}"),
                HttpStatusCode.BadRequest,
                "validation_error"
            );
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field]), list);
        }
    }

    [GeneratedRegex(@"\A/api/webhooks/amocrm\?user_id=[0-9a-f-]{36}&sig=[0-9a-f]{64}\z")]
    private static partial Regex SignedAddress();
}
