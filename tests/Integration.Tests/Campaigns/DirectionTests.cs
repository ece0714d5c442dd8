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
    public async Task The_names_of_another_account_do_not_matter()
    {
        var (one, other) = (await UnconnectedAccountAsync(), await UnconnectedAccountAsync());
        await one.DirectionAsync("Кухни");

        await other.DirectionAsync("Кухни");

        Assert.That(await other.ItemsAsync("/api/directions"), Has.Count.EqualTo(1));
    }
}
