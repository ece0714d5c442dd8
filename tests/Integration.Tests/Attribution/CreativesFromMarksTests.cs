using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class CreativesFromMarksTests : AdoptionTest
{
    [Test]
    public async Task Each_value_makes_a_creative_that_takes_its_leads()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            Hook(75001, fields: ("UTM_CONTENT", "Видео_3")),
            Hook(75002, fields: ("UTM_CONTENT", "видео_3")),
            Hook(75003, fields: ("UTM_CONTENT", "баннер"))
        );
        var direction = (
            await JsonAsync(
                await account.Client.PostAsJsonAsync(account.Url("/api/directions"), new { name = "Кухни" }),
                HttpStatusCode.Created
            )
        ).Id();

        var made = await JsonAsync(
            await CreateAsync(
                account,
                new
                {
                    code = "utm_content",
                    values = new[] { "Видео_3", "видео_3", "новый" },
                    direction_id = direction,
                }
            ),
            HttpStatusCode.Created
        );
        Assert.That(
            made.List("creatives").Select(c => (c.Text("title"), c.List("marks")[0].Text("value"), c.Number("leads"))),
            Is.EqualTo(new (string?, string?, long?)[] { ("Видео_3", "Видео_3", 2), ("новый", "новый", 0) })
        );
        var taken = (await account.ItemsAsync("/api/leads?search=75002")).Single();
        Assert.Multiple(() =>
        {
            Assert.That(taken.Id("creative_id"), Is.EqualTo(made.List("creatives")[0].Id()));
            Assert.That(taken.Id("direction_id"), Is.EqualTo(direction));
        });
        var left = (await account.GetAsync("/api/attribution/unmatched")).List("items");
        Assert.That(left.Select(i => i.Text("value")), Is.EqualTo(["баннер"]));
    }

    [Test]
    public async Task A_value_that_names_a_creative_is_refused_and_makes_none()
    {
        var account = await AdoptingAsync();
        await CreativeAsync(account, "Кухня", marks: [new { code = "utm_content", value = "Видео" }]);

        await ProblemAsync(
            await CreateAsync(account, new { code = "utm_content", values = new[] { "новый", "видео" } }),
            HttpStatusCode.Conflict,
            "conflict",
            "mark_taken"
        );
        Assert.That(await account.ItemsAsync("/api/creatives"), Has.Count.EqualTo(1));
    }

    [TestCase(null, "a", "value_missing")]
    [TestCase("utm_content", null, "value_missing")]
    [TestCase("utm_content", "(none)", "marks_invalid")]
    [TestCase("utm content", "a", "marks_invalid")]
    public async Task What_is_no_mark_is_refused(string? code, string? value, string reason)
    {
        var account = await AdoptingAsync();
        string[] values = value is null ? [] : [value];

        await ProblemAsync(
            await CreateAsync(account, new { code, values }),
            HttpStatusCode.BadRequest,
            "validation_error",
            reason
        );
    }

    private static Task<HttpResponseMessage> CreateAsync(TestAccount account, object body) =>
        account.Client.PostAsJsonAsync(account.Url("/api/creatives/from-marks"), body);
}
