namespace AmoCrmQualification.Integration.Tests.Inbox;

internal sealed class SignatureTests : ApiTest
{
    private const string Endpoint = "/api/webhooks/amocrm";
    private static readonly string s_body = LeadForm.Status(1, 11, 22, LeadForm.T0);

    [TestCase("", TestName = "No signature is refused and nothing is stored")]
    [TestCase("&sig=", TestName = "An empty signature is refused and nothing is stored")]
    [TestCase("&sig=00", TestName = "A short signature is refused and nothing is stored")]
    [TestCase("&sig=zz", TestName = "A signature that is no hex is refused and nothing is stored")]
    [TestCase(
        "&sig=0000000000000000000000000000000000000000000000000000000000000000",
        TestName = "A wrong signature is refused and nothing is stored"
    )]
    public async Task A_forgery_is_refused_and_nothing_is_stored(string signature)
    {
        var account = await UnconnectedAccountAsync();
        account.WebhookUrl = $"{Endpoint}?user_id={account.Id}{signature}";

        await ProblemAsync(await account.PostFormAsync(s_body), HttpStatusCode.Unauthorized, "unauthorized");

        Assert.That(await account.DeliveriesAsync(), Is.Empty);
    }

    [Test]
    public async Task The_signature_of_another_account_is_refused_and_nothing_is_stored()
    {
        var account = await UnconnectedAccountAsync();
        var other = await UnconnectedAccountAsync();
        account.WebhookUrl = other.WebhookUrl.Replace($"{other.Id}", $"{account.Id}", StringComparison.Ordinal);

        await ProblemAsync(await account.PostFormAsync(s_body), HttpStatusCode.Unauthorized, "unauthorized");

        Assert.That(await account.DeliveriesAsync(), Is.Empty);
        Assert.That(await other.DeliveriesAsync(), Is.Empty);
    }

    [TestCase("not-a-uuid")]
    [TestCase("00000000-0000-0000-0000-000000000001")]
    public async Task An_unknown_account_looks_like_a_wrong_signature(string user)
    {
        var account = await UnconnectedAccountAsync();
        account.WebhookUrl = account.WebhookUrl.Replace($"{account.Id}", user, StringComparison.Ordinal);

        await ProblemAsync(await account.PostFormAsync(s_body), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [TestCase("")]
    [TestCase("?user_id=")]
    public async Task An_address_without_an_account_is_a_bad_request(string query)
    {
        var account = await UnconnectedAccountAsync();
        account.WebhookUrl = Endpoint + query;

        await ProblemAsync(await account.PostFormAsync(s_body), HttpStatusCode.BadRequest, "missing_user_id");
    }

    [Test]
    public async Task The_signature_may_be_in_capitals()
    {
        var account = await UnconnectedAccountAsync();
        var start = account.WebhookUrl.IndexOf("sig=", StringComparison.Ordinal) + 4;
        account.WebhookUrl = account.WebhookUrl[..start] + account.WebhookUrl[start..].ToUpperInvariant();

        var answer = await JsonAsync(await account.PostFormAsync(s_body));

        Assert.Multiple(() =>
        {
            Assert.That(answer.Flag("success"), Is.True);
            Assert.That(answer.Text("message"), Is.EqualTo("Webhook received, processing in background"));
        });
    }

    [Test]
    public async Task The_former_address_stays_valid_when_the_secret_is_rotated()
    {
        var account = await UnconnectedAccountAsync();
        var former = account.WebhookUrl;

        account.WebhookUrl = await RotateAsync(account, new { });

        Assert.That(account.WebhookUrl, Is.Not.EqualTo(former));
        await JsonAsync(await account.PostFormAsync(s_body));
        account.WebhookUrl = former;
        await JsonAsync(await account.PostFormAsync(s_body));
    }

    [Test]
    public async Task A_revoked_address_is_refused_at_once()
    {
        var account = await UnconnectedAccountAsync();
        var former = account.WebhookUrl;
        await JsonAsync(await account.PostFormAsync(s_body)); // the service knows the former secret by heart now

        account.WebhookUrl = await RotateAsync(account, new { revoke_former = true });

        await JsonAsync(await account.PostFormAsync(s_body));
        account.WebhookUrl = former;
        await ProblemAsync(await account.PostFormAsync(s_body), HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Test]
    public async Task The_address_answers_when_a_person_saves_it()
    {
        var account = await UnconnectedAccountAsync();
        using var stranger = Service.Client(key: null);

        using var response = await stranger.GetAsync(account.WebhookUrl);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.Empty);
    }

    private static async Task<string> RotateAsync(TestAccount account, object how)
    {
        var rotated = await account.Client.PostAsJsonAsync($"/api/user-accounts/{account.Id}/webhook-secret", how);
        return new Uri((await JsonAsync(rotated)).Text("webhook_url")!).PathAndQuery;
    }
}
