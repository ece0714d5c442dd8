using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AmoCrmQualification.Integration.Tests.Support;

namespace AmoCrmQualification.Integration.Tests.Errors;

internal sealed class ProblemTests : ApiTest
{
    [TestCase("GET", "/api/nothing")]
    [TestCase("POST", "/api/nothing/at/all")]
    [TestCase("GET", "/api")]
    [TestCase("GET", "/api/")]
    [TestCase("GET", "/api/leads/not-a-uuid")]
    [TestCase("DELETE", "/api/user-accounts/1/api-keys/2")]
    [TestCase("GET", "/api/index.html")]
    public async Task A_mistyped_route_is_a_problem(string method, string path)
    {
        using var nobody = Service.Client(key: null);

        foreach (var client in new[] { Admin, nobody })
            await ProblemAsync(await client.AskAsync(new(method), path), HttpStatusCode.NotFound, "not_found");
    }

    [TestCase("DELETE", "/api/leads")]
    [TestCase("PUT", "/api/directions")]
    [TestCase("POST", "/api/sales")]
    [TestCase("PUT", "/api/webhooks/amocrm")]
    public async Task A_method_that_a_route_does_not_have_is_a_problem(string method, string path)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(new(method), path);

        Assert.That((int)answer.StatusCode, Is.EqualTo(404).Or.EqualTo(405));
        await ProblemAsync(
            answer,
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.NotFound ? "not_found" : "method_not_allowed"
        );
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/json; charset=windows-1251")]
    public async Task A_body_of_another_kind_is_refused(string contentType)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.PostAsync(
            account.Url("/api/directions"),
            new StringContent("""{"name":"Кухни"}""", MediaTypeHeaderValue.Parse(contentType))
        );

        await ProblemAsync(answer, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("1")]
    [TestCase("\"text\"")]
    [TestCase("{\"name\":\"Кухни\"")]
    [TestCase("{\"name\":\"Кухни\"} x")]
    [TestCase("{\"name\":[]}")]
    [TestCase("{\"name\":1}")]
    [TestCase("{\"name\":\"\\u0000\"}")]
    [TestCase("{\"name\":\"\\ud800\"}")]
    [TestCase("{\"name\":\"\\udc00\\ud800\"}")]
    [TestCase("\0")]
    public async Task A_body_that_cannot_be_read_is_refused_without_naming_our_types(string body)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.Client.PostAsync(
            account.Url("/api/directions"),
            new StringContent(body, Encoding.UTF8, "application/json")
        );

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.Not.Empty);
        Assert.That(problem.GetRawText(), Does.Not.Contain("AmoCrmQualification.").And.Not.Contain("System."));
    }

    [Test]
    public async Task A_body_that_nests_without_end_is_refused()
    {
        var account = await UnconnectedAccountAsync();
        var deep = new string('[', 50_000);

        var answer = await account.Client.PostAsync(
            account.Url("/api/directions"),
            new StringContent("{\"name\":" + deep, Encoding.UTF8, "application/json")
        );

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [Test]
    public async Task A_failure_nobody_thought_of_tells_nothing()
    {
        var account = await UnconnectedAccountAsync();
        await Service.ExecuteAsync(
            """
            CREATE OR REPLACE FUNCTION tests_fail() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'the secret reason'; END $$;
            CREATE OR REPLACE TRIGGER tests_fail BEFORE INSERT ON directions
              FOR EACH ROW WHEN (NEW.name = 'Провал') EXECUTE FUNCTION tests_fail();
            """
        );

        var answer = await account.SendAsync(HttpMethod.Post, "/api/directions", new { name = "Провал" });

        var problem = await ProblemAsync(answer, HttpStatusCode.InternalServerError, "internal_error");
        Assert.That(problem.GetRawText(), Does.Not.Contain("secret").And.Not.Contain("Npgsql").And.Not.Contain("   at "));
    }
}
