using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class TimeZoneTests : ApiTest
{
    [TestCase("Europe/Kiev", "Europe/Kyiv")]
    [TestCase("GMT+5", "Etc/GMT-5")]
    [TestCase("+03:00", "Etc/GMT-3")]
    [TestCase("Asia/Almaty", "Asia/Almaty")]
    public async Task amoCRMs_time_zone_is_the_one_it_means(string told, string kept)
    {
        var account = await ConnectedAsync(new NewAccount { TimeZone = told });

        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo(kept));
        Assert.That(await AlertsAsync(account), Is.Empty);
    }

    [TestCase("Mars/Olympus")]
    [TestCase("Moscow time")]
    public async Task One_that_cannot_be_understood_is_told_until_a_person_sets_it(string told)
    {
        var account = await ConnectedAsync(new NewAccount { TimeZone = told });

        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo("UTC"));
        var alert = (await AlertsAsync(account)).Single();
        Assert.That((alert.Text("kind"), alert.Text("message")), Is.EqualTo(("time_zone_unknown", Message(told))));

        await JsonAsync(await Admin.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { time_zone = "UTC+3" }));
        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo("Etc/GMT-3"));
        Assert.That(await AlertsAsync(account), Is.Empty);
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("0")]
    [TestCase("false")]
    public async Task One_that_is_no_text_keeps_nobody_from_connecting(string value)
    {
        var crm = Service.Amo.CreateAccount();
        Service.Amo.Fail(
            new()
            {
                Kind = FaultKind.Php,
                AccountId = crm.Id,
                Set = new("timezone", value),
            }
        );

        var account = await (await UnconnectedAccountAsync()).ConnectAsync(crm);

        Assert.That((await ShownAsync(account)).Text("time_zone"), Is.EqualTo("UTC"));
        Assert.That((await AlertsAsync(account)).Select(a => a.Text("kind")), Is.EqualTo(["time_zone_unknown"]));
    }

    [TestCase("Europe/Kiev", "Europe/Kyiv")]
    [TestCase("GMT+5", "Etc/GMT-5")]
    [TestCase("Russian Standard Time", "Europe/Moscow")]
    public async Task People_may_write_theirs_in_the_same_ways(string given, string kept)
    {
        var created = await JsonAsync(
            await Admin.PostAsJsonAsync("/api/user-accounts", new { name = "К", time_zone = given }),
            HttpStatusCode.Created
        );

        Assert.That(created.Text("time_zone"), Is.EqualTo(kept));
    }

    private static string Message(string told) =>
        $"amoCRM's time zone \"{told}\" is not understood: days are counted in UTC. Set the account's time zone.";

    private async Task<TestAccount> ConnectedAsync(NewAccount plan)
    {
        var crm = Service.Amo.CreateAccount(plan);
        return await (await UnconnectedAccountAsync()).ConnectAsync(crm);
    }

    private async Task<JsonElement> ShownAsync(TestAccount account) =>
        await JsonAsync(await Admin.GetAsync($"/api/user-accounts/{account.Id}"));

    /// <summary>But for what the account's first runs find: it has no pipelines.</summary>
    private static async Task<IReadOnlyList<JsonElement>> AlertsAsync(TestAccount account) =>
        [.. (await account.ItemsAsync("/api/alerts")).Where(a => a.Text("kind") is not "run_failed" and not "webhook_broken")];
}
