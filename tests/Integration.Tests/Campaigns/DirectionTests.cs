using System.Text;
using AmoCrmQualification.Integration.Tests.Analytics;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

internal sealed class DirectionTests : ApiTest
{
    [Test]
    public async Task Directions_are_made_renamed_and_listed_newest_first_page_by_page()
    {
        var account = await UnconnectedAccountAsync();
        var kitchens = await account.DirectionAsync("Кухни");
        var wardrobes = await account.DirectionAsync("Шкафы");
        var beds = await account.DirectionAsync("Кровати");

        var renamed = await JsonAsync(
            await account.Client.AskAsync(HttpMethod.Patch, $"/api/directions/{kitchens}", new { name = "Кухни на заказ" })
        );
        var pages = await account.PagesAsync("/api/directions", limit: 2);

        Assert.That((renamed.Id(), renamed.Text("name")), Is.EqualTo((kitchens, "Кухни на заказ")));
        Assert.That(pages.Select(p => p.Count), Is.EqualTo([2, 1]));
        Assert.That(
            pages.SelectMany(p => p).Select(d => (d.Id(), d.Text("name"))),
            Is.EqualTo([(beds, "Кровати"), (wardrobes, "Шкафы"), (kitchens, "Кухни на заказ")])
        );
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public async Task A_direction_needs_a_name(string? name)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.SendAsync(HttpMethod.Post, "/api/directions", new { name });

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Does.Contain("name"));
    }

    [Test]
    public async Task Targets_are_set_changed_one_by_one_and_cleared()
    {
        var account = await UnconnectedAccountAsync();
        var made = await JsonAsync(
            await account.SendAsync(
                HttpMethod.Post,
                "/api/directions",
                new { name = "Кухни", targets = new { cpql = 9_000.5, romi = -20 } }
            ),
            HttpStatusCode.Created
        );
        var changed = await ChangeAsync(made.Id(), new { targets = new { cpql = 8_000, cac = (int?)45_000 } });
        var renamed = await ChangeAsync(made.Id(), new { name = "Шкафы" });
        var cleared = await ChangeAsync(made.Id(), new { targets = new { cac = (int?)null } });

        Assert.That(Targets(made), Is.EqualTo((9_000.5, (double?)null, -20)));
        Assert.That(Targets(changed), Is.EqualTo((8_000, (double?)45_000, -20)));
        Assert.That(Targets(renamed), Is.EqualTo(Targets(changed)));
        Assert.That(Targets(cleared), Is.EqualTo((8_000, (double?)null, -20)));
        Assert.That(Targets((await account.ItemsAsync("/api/directions")).Single()), Is.EqualTo(Targets(cleared)));

        async Task<JsonElement> ChangeAsync(Guid id, object body) =>
            await JsonAsync(await account.Client.AskAsync(HttpMethod.Patch, $"/api/directions/{id}", body));

        static (double, double?, double) Targets(JsonElement direction) =>
            direction.GetProperty("targets") is var t
                ? (t.GetProperty("cpql").GetDouble(), t.Decimal("cac"), t.GetProperty("romi").GetDouble())
                : default;
    }

    [Test]
    public async Task A_direction_without_targets_has_none()
    {
        var account = await UnconnectedAccountAsync();
        await account.DirectionAsync();

        var targets = (await account.ItemsAsync("/api/directions")).Single().GetProperty("targets");

        Assert.That(targets.GetRawText(), Is.EqualTo("""{"cpql":null,"cac":null,"romi":null}"""));
    }

    [TestCase("cpql", "0", "value_out_of_range")]
    [TestCase("cac", "-1", "value_out_of_range")]
    [TestCase("cac", "1e13", "value_out_of_range")]
    [TestCase("romi", "-100", "value_out_of_range")]
    [TestCase("cpql", "\"much\"", "value_unreadable", "targets.cpql")]
    public async Task What_nobody_can_aim_at_is_refused_by_name(string target, string value, string reason, string? field = null)
    {
        var account = await UnconnectedAccountAsync();
        var direction = await account.DirectionAsync();
        using var body = new StringContent($$"""{"targets":{"{{target}}":{{value}} } }""", Encoding.UTF8, "application/json");

        var answer = await account.Client.PatchAsync($"/api/directions/{direction}", body);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo([field ?? target]));
        Assert.That(problem.Text("reason"), Is.EqualTo(reason));
    }

    [Test]
    public async Task The_names_of_another_account_do_not_matter()
    {
        var (one, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await one.DirectionAsync("Кухни");

        await other.DirectionAsync("Кухни");

        Assert.That(await other.ItemsAsync("/api/directions"), Has.Count.EqualTo(1));
    }
}
