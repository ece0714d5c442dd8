using System.Net.Http.Headers;
using System.Text;

namespace AmoCrmQualification.Integration.Tests.Sharing;

/// <summary>The installation shows itself under one name, colour and logo: tests of it come one after the other.</summary>
[NonParallelizable]
internal sealed class BrandingTests : ApiTest
{
    private const string Picture = """
        <?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
          <defs><linearGradient id="a"><stop offset="0" stop-color="#f00"/></linearGradient></defs>
          <g fill="url(#a)"><path d="M0 0h9v9H0z"/><use xlink:href="#b"/></g></svg>
        """;

    [Test]
    public async Task Anybody_sees_the_name_and_an_administrator_changes_it()
    {
        using var nobody = Service.Client(key: null);

        await JsonAsync(await Admin.PutAsJsonAsync("/api/branding", new { name = " Агентство «Север» ", color = "#0B7285" }));
        var shown = await JsonAsync(await nobody.GetAsync("/api/branding"));
        await JsonAsync(await Admin.PutAsJsonAsync("/api/branding", new { name = "Север" }));

        Assert.That(shown.Names(), Is.EquivalentTo(["name", "color", "logo_url"]));
        Assert.That((shown.Text("name"), shown.Text("color")), Is.EqualTo(("Агентство «Север»", "#0b7285")));
        Assert.That((await JsonAsync(await nobody.GetAsync("/api/branding"))).Text("color"), Is.EqualTo("#0b7285"), "it stays");
    }

    [TestCase("red")]
    [TestCase("#12345")]
    [TestCase("#0B7285\n")]
    [TestCase("#0b7285;background:url(x)")]
    public async Task A_colour_is_six_digits(string color)
    {
        var answer = await Admin.PutAsJsonAsync("/api/branding", new { color });

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error", "color_invalid");
    }

    [Test]
    public async Task A_logo_is_served_as_a_picture_that_runs_nothing()
    {
        using var nobody = Service.Client(key: null);
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

        foreach (var (content, type) in new[] { (png, "image/png"), (Encoding.UTF8.GetBytes(Picture), "image/svg+xml") })
        {
            var branding = await JsonAsync(await PutAsync(content));
            var logo = await nobody.GetAsync(branding.Text("logo_url"));

            Assert.That(await logo.Content.ReadAsByteArrayAsync(), Is.EqualTo(content));
            Assert.That(logo.Content.Headers.ContentType?.MediaType, Is.EqualTo(type), "whatever the caller calls it");
            Assert.That(
                logo.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Contain("sandbox")
            );
            Assert.That(logo.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        }

        await JsonAsync(await Admin.DeleteAsync("/api/branding/logo"));
        await ProblemAsync(await nobody.GetAsync("/api/branding/logo"), HttpStatusCode.NotFound, "not_found", "logo_unknown");
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<rect onload=\"alert(1)\"/>")]
    [TestCase("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>")]
    [TestCase("<use href=\"https://example.com/x.svg#a\"/>")]
    [TestCase("<use xlink:href=\"data:image/svg+xml;base64,AAAA\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>")]
    [TestCase("<a href=\"javascript:alert(1)\"><rect/></a>")]
    [TestCase("<rect fill=\"url(https://example.com/x)\"/>")]
    [TestCase("<rect style=\"background:url(x)\"/>")]
    [TestCase("<style>*{}</style>")]
    [TestCase("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")]
    [TestCase("<?xml-stylesheet href=\"x\"?>")]
    [TestCase("<metadata><x:note xmlns:x=\"urn:x\">x</x:note></metadata>")]
    public async Task Of_an_svg_only_the_picture_is_kept(string part)
    {
        const string Rest = "<path d=\"M0 0h9v9H0z\" fill=\"#f00\" />";
        using var nobody = Service.Client(key: null);

        var branding = await JsonAsync(
            await PutAsync(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\">{part}{Rest}</svg>"))
        );

        var kept = await nobody.GetStringAsync(branding.Text("logo_url"));
        Assert.That(kept, Does.Contain(Rest));
        Assert.That(kept, Does.Not.Match("script|alert|onload|foreign|example|data:|url|style|<a|<set|note|xml-"));
    }

    [TestCase("")]
    [TestCase("GIF89a")]
    [TestCase("<html/>")]
    [TestCase("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")]
    public async Task What_is_no_picture_is_refused(string content)
    {
        await ProblemAsync(
            await PutAsync(Encoding.UTF8.GetBytes(content)),
            HttpStatusCode.BadRequest,
            "validation_error",
            "logo_invalid"
        );
    }

    private Task<HttpResponseMessage> PutAsync(byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        return Admin.PutAsync("/api/branding/logo", body);
    }
}
