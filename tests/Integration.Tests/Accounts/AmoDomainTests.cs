namespace AmoCrmQualification.Integration.Tests.Accounts;

/// <summary>A token must never be sent to a host that is not amoCRM's.</summary>
internal sealed class AmoDomainTests : ApiTest
{
    [TestCase("mebel.amocrm.ru")]
    [TestCase("mebel.amocrm.com")]
    [TestCase("mebel-2.kommo.com")]
    [TestCase("MEBEL.AmoCRM.ru")]
    public async Task A_bare_host_of_amoCRM_is_accepted(string domain)
    {
        var response = await Admin.PostAsJsonAsync("/api/user-accounts", new { name = "К", amocrm_domain = domain });

        var account = await JsonAsync(response, HttpStatusCode.Created);
        Assert.That(account.Text("amocrm_domain"), Is.EqualTo(domain.ToLowerInvariant()));
    }

    [TestCase("evil.com")]
    [TestCase("")]
    [TestCase("amocrm.ru")]
    [TestCase(".amocrm.ru")]
    [TestCase("evilamocrm.ru")]
    [TestCase("evil.com/.amocrm.ru")]
    [TestCase("evil.com?.amocrm.ru")]
    [TestCase("evil.com#.amocrm.ru")]
    [TestCase("evil.com\\.amocrm.ru")]
    [TestCase("evil.com:80.amocrm.ru")]
    [TestCase("mebel.amocrm.ru.evil.com")]
    [TestCase("mebel.amocrm.ru:8443")]
    [TestCase("mebel.amocrm.ru/")]
    [TestCase("mebel.amocrm.ru/api")]
    [TestCase("https://mebel.amocrm.ru")]
    [TestCase("user@mebel.amocrm.ru")]
    [TestCase("user:secret@mebel.amocrm.ru")]
    [TestCase("mebel.amocrm.ru.")]
    [TestCase("mebel.amocrm.ru\n")]
    [TestCase(" mebel.amocrm.ru")]
    [TestCase("me bel.amocrm.ru")]
    [TestCase("мебель.amocrm.ru")]
    [TestCase("mebel.amocrm.ru\u0000")]
    [TestCase("mebel.amocrm\u3002ru")]
    public async Task Anything_else_is_refused_on_creation_and_on_connection(string domain)
    {
        var account = await UnconnectedAccountAsync();
        var body = new
        {
            name = "К",
            amocrm_domain = domain,
            long_lived_token = "token",
        };

        var created = await Admin.PostAsJsonAsync("/api/user-accounts", body);
        var connected = await Admin.PutAsJsonAsync($"/api/user-accounts/{account.Id}/amocrm-connection", body);

        foreach (var answer in new[] { created, connected })
        {
            var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["amocrm_domain"]));
        }
    }
}
