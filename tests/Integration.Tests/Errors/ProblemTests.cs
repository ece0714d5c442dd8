using System.Net.Http.Headers;
using System.Text;

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
    [TestCase("FOO", "/api/nothing")]
    [TestCase("OPTIONS", "/api/nothing")]
    [TestCase("HEAD", "/api/nothing")]
    public async Task A_mistyped_route_is_a_problem(string method, string path)
    {
        using var nobody = Service.Client(key: null);

        foreach (var client in new[] { Admin, nobody })
            await ProblemAsync(await client.AskAsync(new(method), path), HttpStatusCode.NotFound, "not_found");
    }

    [TestCase("DELETE", "/api/leads", "GET, POST, HEAD")]
    [TestCase("OPTIONS", "/api/leads", "GET, POST, HEAD")]
    [TestCase("FOO", "/api/leads/", "GET, POST, HEAD")]
    [TestCase("PUT", "/api/directions", "GET, POST, HEAD")]
    [TestCase("POST", "/api/sales", "GET, HEAD")]
    [TestCase("GET", "/api/amocrm/reconcile", "POST")]
    [TestCase("HEAD", "/api/amocrm/reconcile", "POST")]
    [TestCase("PUT", "/api/webhooks/amocrm", "GET, POST, HEAD")]
    [TestCase("PATCH", "/api/session", "DELETE, GET, POST, HEAD")]
    [TestCase("POST", "/health/ready", "GET, HEAD")]
    [TestCase("POST", "/metrics", "GET, HEAD")]
    [TestCase("DELETE", "/openapi/v1.json", "GET, HEAD")]
    public async Task A_method_that_a_route_does_not_have_is_refused_with_those_it_has(string method, string path, string allowed)
    {
        using var nobody = Service.Bare();

        foreach (var client in new[] { Admin, nobody })
        {
            using var answer = await client.AskAsync(new(method), path);

            await ProblemAsync(answer, HttpStatusCode.MethodNotAllowed, "method_not_allowed");
            Assert.That(answer.Content.Headers.Allow.Order(), Is.EqualTo(allowed.Split(", ").Order()));
        }
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/api/webhooks/amocrm")]
    [TestCase("/api/setup")]
    [TestCase("/api/user-accounts")]
    [TestCase("/metrics")]
    [TestCase("/openapi/v1.json")]
    public async Task What_can_be_read_can_be_asked_for_by_HEAD(string path)
    {
        using var answer = await Admin.AskAsync(HttpMethod.Head, path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/api/leads/%zz")]
    [TestCase("/api/leads/%")]
    [TestCase("/api/leads/%e4%b8")]
    [TestCase("/api/leads/%c0%af")]
    [TestCase("/api/invitations/%ff")]
    [TestCase("/api/webhook-deliveries/%2")]
    [TestCase("//api/leads")]
    public async Task A_path_with_malformed_escapes_is_a_problem(string path)
    {
        var answer = await Service.RawAsync(path);

        Assert.That(answer.Status, Is.EqualTo(404));
        Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"));
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

    [Test]
    public async Task Fields_tell_their_reasons_and_the_problem_theirs_where_they_agree()
    {
        var account = await UnconnectedAccountAsync();
        var own = $"/api/user-accounts/{account.Id}";

        var several = await Admin.AskAsync(HttpMethod.Patch, own, new { currency = "rubles", time_zone = "Moscow" });
        var one = await Admin.AskAsync(HttpMethod.Patch, own, new { currency = "rubles" });
        var unreadable = await Admin.AskAsync(HttpMethod.Patch, own, new { push_leads = "maybe" });

        var problem = await ProblemAsync(several, HttpStatusCode.BadRequest, "validation_error", "fields_invalid");
        var reasons = problem.GetProperty("field_reasons");
        Assert.That(reasons.Text("currency"), Is.EqualTo("currency_invalid"));
        Assert.That(reasons.Text("time_zone"), Is.EqualTo("time_zone_unknown"));
        Assert.That(problem.GetProperty("errors").Names(), Is.EquivalentTo(reasons.Names()));
        await ProblemAsync(one, HttpStatusCode.BadRequest, "validation_error", "currency_invalid");
        await ProblemAsync(unreadable, HttpStatusCode.BadRequest, "validation_error", "value_unreadable");
    }
}
