using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Accounts;

internal sealed class CreateAccountTests : ApiTest
{
    private static readonly string[] ContractFields =
    [
        "id",
        "name",
        "amocrm_domain",
        "amocrm_account_id",
        "connection",
        "currency",
        "time_zone",
        "default_country",
        "webhook_url",
        "created_at",
    ];

    [Test]
    public async Task Without_a_token_it_is_not_connected_and_unknown_is_null()
    {
        var account = await CreateAsync(new { name = "Клиент" });

        Assert.Multiple(() =>
        {
            Assert.That(account.Names(), Is.SupersetOf(ContractFields));
            Assert.That(account.Text("name"), Is.EqualTo("Клиент"));
            Assert.That(account.Text("connection"), Is.EqualTo("not_connected"));
            Assert.That(account.IsNull("amocrm_domain"));
            Assert.That(account.IsNull("amocrm_account_id"));
            Assert.That(account.IsNull("currency"));
            Assert.That(account.Text("default_country"), Is.EqualTo("RU"));
        });
    }

    [Test]
    public async Task With_a_token_amoCRM_gives_its_id_currency_time_zone_and_country()
    {
        var crm = Service.Amo.CreateAccount(Kazakh);

        var account = await CreateAsync(Connected(crm));

        Assert.Multiple(() =>
        {
            Assert.That(account.Text("connection"), Is.EqualTo("connected"));
            Assert.That(account.Text("amocrm_domain"), Is.EqualTo(crm.Host));
            Assert.That(account.Number("amocrm_account_id"), Is.EqualTo(crm.Id));
            Assert.That(account.Text("currency"), Is.EqualTo("KZT"));
            Assert.That(account.Text("time_zone"), Is.EqualTo("Asia/Almaty"));
            Assert.That(account.Text("default_country"), Is.EqualTo("KZ"));
        });
    }

    [Test]
    public async Task Values_given_here_win_over_those_of_amoCRM()
    {
        var crm = Service.Amo.CreateAccount(Kazakh);

        var account = await CreateAsync(
            new
            {
                name = "К",
                amocrm_domain = crm.Host,
                long_lived_token = crm.LongLivedToken,
                currency = "USD",
                time_zone = "Europe/Berlin",
                default_country = "DE",
            }
        );

        Assert.That(
            (account.Text("currency"), account.Text("time_zone"), account.Text("default_country")),
            Is.EqualTo(("USD", "Europe/Berlin", "DE"))
        );
    }

    [Test]
    public async Task A_long_lived_token_is_opaque_or_a_JWT([Values] bool jwt)
    {
        var crm = Service.Amo.CreateAccount();

        var account = await CreateAsync(
            new
            {
                name = "К",
                amocrm_domain = crm.Host,
                long_lived_token = Service.Amo.IssueToken(crm.Id, jwt),
            }
        );

        Assert.That(account.Text("connection"), Is.EqualTo("connected"));
    }

    [Test]
    public async Task The_new_account_is_found_where_the_answer_says()
    {
        var response = await Admin.PostAsJsonAsync("/api/user-accounts", new { name = "Клиент" });
        var account = await JsonAsync(response, HttpStatusCode.Created);

        var found = await JsonAsync(await Admin.GetAsync(response.Headers.Location));

        Assert.That(found.GetRawText(), Is.EqualTo(account.GetRawText()));
    }

    [TestCase("""{}""", "name")]
    [TestCase("""{"name":""}""", "name")]
    [TestCase("""{"name":"   "}""", "name")]
    [TestCase("""{"name":"К","long_lived_token":"abc"}""", "amocrm_domain")]
    [TestCase("""{"name":"К","amocrm_domain":"a.amocrm.ru","long_lived_token":""}""", "long_lived_token")]
    [TestCase("""{"name":"К","amocrm_domain":"a.amocrm.ru","long_lived_token":"a b"}""", "long_lived_token")]
    [TestCase("""{"name":"К","amocrm_domain":"a.amocrm.ru","long_lived_token":"a\r\nX-Evil: 1"}""", "long_lived_token")]
    [TestCase("""{"name":"К","currency":"rubles"}""", "currency")]
    [TestCase("""{"name":"К","time_zone":"Mars/Olympus"}""", "time_zone")]
    [TestCase("""{"name":"К","time_zone":"../../etc/passwd"}""", "time_zone")]
    [TestCase("""{"name":"К","default_country":"Russia"}""", "default_country")]
    public async Task A_field_that_cannot_be_is_named(string body, string field)
    {
        var response = await Admin.PostAsync(
            "/api/user-accounts",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );

        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Does.Contain(field));
    }

    private static NewAccount Kazakh =>
        new()
        {
            Country = "KZ",
            Currency = "KZT",
            TimeZone = "Asia/Almaty",
        };

    private static object Connected(CrmAccount crm) =>
        new
        {
            name = "К",
            amocrm_domain = crm.Host,
            long_lived_token = crm.LongLivedToken,
        };

    private async Task<JsonElement> CreateAsync(object body) =>
        await JsonAsync(await Admin.PostAsJsonAsync("/api/user-accounts", body), HttpStatusCode.Created);
}
