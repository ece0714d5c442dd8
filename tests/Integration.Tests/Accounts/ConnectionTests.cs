using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class ConnectionTests : ApiTest
{
    [Test]
    public async Task A_token_connects_an_account_later()
    {
        var account = await UnconnectedAccountAsync();
        var crm = Service.Amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новый");

        var connected = await JsonAsync(await ConnectAsync(account, crm));

        Assert.That((connected.Text("connection"), connected.Number("amocrm_account_id")), Is.EqualTo(("connected", crm.Id)));
        Assert.That((await SyncAsync(account)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_amoCRM_account_that_is_connected_elsewhere_is_refused()
    {
        var first = await AccountAsync();
        var second = await UnconnectedAccountAsync();

        var put = await ConnectAsync(second, first.Crm);
        var created = await Admin.PostAsJsonAsync("/api/user-accounts", Token(first.Crm));

        await ProblemAsync(put, HttpStatusCode.Conflict, "conflict", "amocrm_account_taken");
        await ProblemAsync(created, HttpStatusCode.Conflict, "conflict", "amocrm_account_taken");
        Assert.That((await AccountOf(second)).Text("connection"), Is.EqualTo("not_connected"));
    }

    [Test]
    public async Task Two_accounts_that_connect_to_one_amoCRM_account_at_once_do_not_both_get_it()
    {
        var crm = Service.Amo.CreateAccount();
        var accounts = await Task.WhenAll(UnconnectedAccountAsync(), UnconnectedAccountAsync());

        var answers = await Task.WhenAll(accounts.Select(account => ConnectAsync(account, crm)));

        Assert.That(answers.Select(a => a.StatusCode), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.Conflict]));
    }

    [Test]
    public async Task Another_amoCRM_account_than_the_linked_deals_came_from_is_refused([Values] bool disconnectedBefore)
    {
        var account = await AccountAsync();
        await account.LinkedLeadAsync(deal: 71);
        if (disconnectedBefore)
            await DisconnectAsync(account);

        var answer = await ConnectAsync(account, Service.Amo.CreateAccount());

        await ProblemAsync(answer, HttpStatusCode.Conflict, "conflict", "amocrm_account_differs");
        Assert.That((await AccountOf(account)).Number("amocrm_account_id"), Is.EqualTo(account.Crm.Id));
    }

    [Test]
    public async Task Without_linked_deals_an_account_may_move_to_another_amoCRM_account()
    {
        var account = await AccountAsync();
        var other = Service.Amo.CreateAccount();

        var moved = await JsonAsync(await ConnectAsync(account, other));

        Assert.That(moved.Number("amocrm_account_id"), Is.EqualTo(other.Id));
    }

    [Test]
    public async Task Disconnecting_erases_the_token_and_keeps_the_data()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новый");
        await account.PostAsync("/api/amocrm/sync-pipelines");
        var lead = await account.LinkedLeadAsync(deal: 72);

        await DisconnectAsync(account);

        Assert.Multiple(async () =>
        {
            Assert.That((await AccountOf(account)).Text("connection"), Is.EqualTo("not_connected"));
            Assert.That(await ConnectionsOf(account), Is.Zero);
            Assert.That((await account.LeadByIdAsync(lead)).Number("amocrm_lead_id"), Is.EqualTo(72));
            Assert.That((await account.GetAsync("/api/amocrm/pipelines")).List("pipelines"), Is.Not.Empty);
        });
        await ProblemAsync(await SyncAsync(account), HttpStatusCode.Conflict, "amocrm_not_connected");
    }

    [Test]
    public async Task A_disconnected_amoCRM_account_may_be_connected_elsewhere()
    {
        var first = await AccountAsync();
        await DisconnectAsync(first);

        var answer = await ConnectAsync(await UnconnectedAccountAsync(), first.Crm);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private Task<HttpResponseMessage> ConnectAsync(TestAccount account, CrmAccount crm) =>
        Admin.PutAsJsonAsync($"/api/user-accounts/{account.Id}/amocrm-connection", Token(crm));

    private static object Token(CrmAccount crm) =>
        new
        {
            name = "К",
            amocrm_domain = crm.Host,
            long_lived_token = crm.LongLivedToken,
        };

    private async Task DisconnectAsync(TestAccount account)
    {
        var answer = await Admin.DeleteAsync($"/api/user-accounts/{account.Id}/amocrm-connection");
        Assert.That(answer.IsSuccessStatusCode);
    }

    private async Task<JsonElement> AccountOf(TestAccount account) =>
        await JsonAsync(await Admin.GetAsync($"/api/user-accounts/{account.Id}"));

    private static Task<HttpResponseMessage> SyncAsync(TestAccount account) =>
        account.SendAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");

    private static Task<long> ConnectionsOf(TestAccount account) =>
        Service.ScalarAsync<long>("SELECT count(*) FROM amocrm_connections WHERE user_account_id = $1", account.Id);
}
