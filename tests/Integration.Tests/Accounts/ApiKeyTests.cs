namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class ApiKeyTests : ApiTest
{
    [Test]
    public async Task A_key_is_shown_once_and_listed_without_itself()
    {
        var account = await UnconnectedAccountAsync();
        var issued = await IssueAsync(account, "сайт");
        var key = issued.Text("key")!;

        var list = await JsonAsync(await Admin.GetAsync(KeysOf(account)));

        Assert.That(issued.Names(), Is.SupersetOf(["id", "name", "key", "created_at"]));
        Assert.That(list.List("items").Select(k => k.Text("name")), Is.EqualTo(["сайт", "tests"]));
        Assert.That(list.List("items")[0].Names(), Is.EquivalentTo(["id", "name", "created_at"]));
        Assert.That(list.GetRawText(), Does.Not.Contain(key));
        Assert.That(await StatusWithAsync(key, account), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_revoked_key_opens_nothing_from_the_next_call_on()
    {
        var account = await UnconnectedAccountAsync();
        var issued = await IssueAsync(account, "сайт");
        var key = issued.Text("key")!;
        Assert.That(await StatusWithAsync(key, account), Is.EqualTo(HttpStatusCode.OK));

        var revoked = await Admin.DeleteAsync($"{KeysOf(account)}/{issued.Id()}");

        Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await StatusWithAsync(key, account), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await account.GetAsync("/api/leads")).List("items"), Is.Empty, "the other key still works");
        await ProblemAsync(await Admin.DeleteAsync($"{KeysOf(account)}/{issued.Id()}"), HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_key_is_not_revoked_through_another_account()
    {
        var (account, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        var issued = await IssueAsync(account, "сайт");

        var answer = await Admin.DeleteAsync($"{KeysOf(other)}/{issued.Id()}");

        await ProblemAsync(answer, HttpStatusCode.NotFound, "not_found");
        Assert.That(await StatusWithAsync(issued.Text("key")!, account), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Only_the_operator_opens_accounts_and_handles_keys()
    {
        var account = await UnconnectedAccountAsync();
        var (keys, client) = (KeysOf(account), account.Client);

        HttpResponseMessage[] answers =
        [
            await client.PostAsJsonAsync("/api/user-accounts", new { name = "Ещё" }),
            await client.PostAsJsonAsync(keys, new { name = "ещё" }),
            await client.GetAsync(keys),
            await client.DeleteAsync($"{keys}/{Guid.CreateVersion7()}"),
        ];

        foreach (var answer in answers)
            await ProblemAsync(answer, HttpStatusCode.Forbidden, "forbidden");
    }

    [Test]
    public async Task A_key_needs_a_name_and_an_account()
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await Admin.PostAsJsonAsync(KeysOf(account), new { name = "" }),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
        await ProblemAsync(
            await Admin.PostAsJsonAsync($"/api/user-accounts/{Guid.CreateVersion7()}/api-keys", new { name = "к" }),
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Test]
    public async Task Keys_are_listed_page_by_page()
    {
        var account = await UnconnectedAccountAsync();
        await IssueAsync(account, "2");
        await IssueAsync(account, "3");

        var first = await JsonAsync(await Admin.GetAsync($"{KeysOf(account)}?limit=2"));
        var second = await JsonAsync(await Admin.GetAsync($"{KeysOf(account)}?limit=2&cursor={first.Text("next_cursor")}"));

        Assert.That(
            first.List("items").Concat(second.List("items")).Select(k => k.Text("name")),
            Is.EqualTo(["3", "2", "tests"])
        );
        Assert.That(second.IsNull("next_cursor"));
    }

    private static string KeysOf(TestAccount account) => $"/api/user-accounts/{account.Id}/api-keys";

    private async Task<JsonElement> IssueAsync(TestAccount account, string name) =>
        await JsonAsync(await Admin.PostAsJsonAsync(KeysOf(account), new { name }), HttpStatusCode.Created);

    private static async Task<HttpStatusCode> StatusWithAsync(string key, TestAccount account)
    {
        using var client = Service.Client(key);
        return (await client.GetAsync(account.Url("/api/leads"))).StatusCode;
    }
}
