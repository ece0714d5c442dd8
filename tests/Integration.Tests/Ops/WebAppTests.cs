using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>The page and its files, as browsers get them.</summary>
internal sealed class WebAppTests : ApiTest
{
    private const string Page = """<html><meta name="style-nonce" content="__STYLE_NONCE__"><div id="root"></div></html>""";
    private readonly string _folder = TestDirectory.Create();
    private Service? _service;

    [SetUp]
    public async Task BuildAndServe()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), Page);
        await File.WriteAllTextAsync(Path.Combine(_folder, "before-paint.js"), "dark()");
        await File.WriteAllTextAsync(Path.Combine(_folder, "assets", "index-a1b2c3.js"), new string(' ', 5000));
        _service = Service.Replicate(("webroot", _folder));
    }

    [TearDown]
    public async Task CleanUp()
    {
        await _service!.DisposeAsync();
        TestDirectory.Delete(_folder);
    }

    [TestCase("/")]
    [TestCase("/index.html")]
    [TestCase("/a/0193b3f0-0000-7000-8000-000000000000/leads?from=2026-01-01&search=a.b")]
    [TestCase("/sign-in")]
    public async Task A_deep_link_is_the_page(string address)
    {
        using var browser = _service!.Browser();

        var answer = await browser.GetAsync(address);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Does.Contain("""<div id="root">""").And.Not.Contain("__STYLE_NONCE__")
        );
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, "a page that is kept names files of a former release");
    }

    [Test]
    public async Task The_page_may_style_itself_with_a_nonce_of_one_use_and_run_only_our_files()
    {
        using var browser = _service!.Browser();

        var (first, second) = (await PolicyAsync(browser), await PolicyAsync(browser));

        Assert.That(first.Nonce, Is.Not.EqualTo(second.Nonce));
        Assert.That(first.Policy, Does.Contain($"style-src 'self' 'nonce-{first.Nonce}'"));
        Assert.That(first.Policy, Does.Contain("script-src 'self';").And.Contain("default-src 'none'"));
        Assert.That(first.Policy, Does.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
    }

    [Test]
    public async Task Files_with_a_hash_in_their_name_are_kept_for_a_year_and_others_asked_for_anew()
    {
        using var browser = _service!.Browser();

        var hashed = await browser.GetAsync("/assets/index-a1b2c3.js");
        var plain = await browser.GetAsync("/before-paint.js");

        Assert.That(hashed.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
        Assert.That(plain.Headers.CacheControl?.NoCache, Is.True);
    }

    [Test]
    public async Task A_file_travels_compressed_and_an_answer_with_secrets_does_not()
    {
        using var browser = _service!.Client(Service.AdminKey);
        browser.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        var file = await browser.GetAsync("/assets/index-a1b2c3.js");
        var accounts = await browser.GetAsync("/api/user-accounts");

        Assert.That(file.Content.Headers.ContentEncoding, Is.EqualTo(["br"]));
        Assert.That(accounts.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(accounts.Content.Headers.ContentEncoding, Is.Empty);
    }

    [TestCase("/assets/index-of-last-week.js")]
    [TestCase("/api/no-such-route")]
    [TestCase("/API/no-such-route")]
    public async Task What_is_not_there_is_a_problem_and_never_the_page(string address)
    {
        using var browser = _service!.Browser();

        await ProblemAsync(await browser.GetAsync(address), HttpStatusCode.NotFound, "not_found");
    }

    [TestCase("/")]
    [TestCase("/assets/index-a1b2c3.js")]
    [TestCase("/api/user-accounts")]
    public async Task Every_answer_tells_browsers_to_be_careful(string address)
    {
        using var browser = _service!.Browser();

        var answer = await browser.GetAsync(address);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(["DENY"]));
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
        });
    }

    [Test]
    public async Task A_service_without_the_built_app_leads_to_the_description_of_its_routes()
    {
        File.Delete(Path.Combine(_folder, "index.html"));
        using var browser = _service!.Browser();

        var answer = await browser.GetAsync("/");

        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/swagger"));
    }

    private static async Task<(string Policy, string Nonce)> PolicyAsync(HttpClient browser)
    {
        var answer = await browser.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();
        var nonce = Regex.Match(page, "content=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        return (answer.Headers.GetValues("Content-Security-Policy").Single(), nonce);
    }
}
