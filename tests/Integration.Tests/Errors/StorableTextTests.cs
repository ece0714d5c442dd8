using System.Text;

namespace AmoCrmQualification.Integration.Tests.Errors;

/// <summary>A character that no text may have is refused where it enters, whoever sends it and by whatever way.</summary>
internal sealed class StorableTextTests : ApiTest
{
    private static readonly string[] s_unstorable = ["\uFFFE", "\uFFFF", "\uFDD0", "\uFDEF", "\U0001FFFE", "\U0010FFFF", "\0"];

    [TestCaseSource(nameof(s_unstorable))]
    public async Task In_a_body_before_anybody_has_signed_in(string character)
    {
        using var nobody = Service.Bare();
        var json = $$"""{"email":"a{{Escaped(character)}}@example.com","password":"correct horse battery"}""";

        var problem = await ProblemAsync(
            await nobody.PostAsync("/api/session", new StringContent(json, Encoding.UTF8, "application/json")),
            HttpStatusCode.BadRequest,
            "validation_error"
        );

        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["email"]));
    }

    [TestCase("\\ud800")]
    [TestCase("\\udc00")]
    [TestCase("\\udc00\\ud800")]
    public async Task Halves_of_surrogate_pairs_in_a_body(string escape)
    {
        using var nobody = Service.Bare();
        var json = $$"""{"email":"a{{escape}}@example.com","password":"correct horse battery"}""";

        await ProblemAsync(
            await nobody.PostAsync("/api/session", new StringContent(json, Encoding.UTF8, "application/json")),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    [TestCaseSource(nameof(s_unstorable))]
    public async Task In_a_query(string character)
    {
        var account = await UnconnectedAccountAsync();

        foreach (var path in new[] { "/api/leads", "/api/analytics/creatives", "/api/webhook-deliveries" })
        {
            var url = $"{account.Url(path)}&search={Uri.EscapeDataString("a" + character)}";
            var problem = await ProblemAsync(await account.Client.GetAsync(url), HttpStatusCode.BadRequest, "validation_error");
            Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["search"]));
        }
    }

    [TestCase("\uFFFE")]
    [TestCase("\uFFFF")]
    [TestCase("\U0001FFFF")]
    public async Task In_a_path_and_in_a_header(string character)
    {
        var account = await UnconnectedAccountAsync();

        await ProblemAsync(
            await Service.Bare().GetAsync($"/api/invitations/{Uri.EscapeDataString("a" + character)}"),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
        account.Client.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", "a" + character);
        await ProblemAsync(
            await account.SendAsync(HttpMethod.Post, "/api/leads", new { source_type = "manual", phone = "+79161234567" }),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
    }

    [TestCase("Ёжик 🦔 \U0001F469‍\U0001F4BB")]
    [TestCase("\uFFFD")]
    [TestCase("\uE000")]
    public async Task All_other_characters_are_text(string text)
    {
        var account = await UnconnectedAccountAsync();

        var made = await JsonAsync(
            await account.SendAsync(HttpMethod.Post, "/api/directions", new { name = text }),
            HttpStatusCode.Created
        );

        Assert.That(made.Text("name"), Is.EqualTo(text));
        await JsonAsync(await account.Client.GetAsync($"{account.Url("/api/leads")}&search={Uri.EscapeDataString(text)}"));
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
}
