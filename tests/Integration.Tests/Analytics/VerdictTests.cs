using AmoCrmQualification.Integration.Tests.Campaigns;
using static AmoCrmQualification.Integration.Tests.Analytics.LeadsOfDay;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Verdicts at equal age, on equal days, by the rows of the creatives.</summary>
internal sealed class VerdictTests : ApiTest
{
    [Test]
    public async Task The_example_of_six_days_is_judged_to_the_last_digit()
    {
        var account = await OpenAsync();
        var direction = await account.DirectionAsync();
        var (one, other) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        (int, int, int, int)[] days = [(5, 3, 20, 6), (4, 2, 18, 5), (0, 0, 22, 7), (6, 4, 19, 5), (5, 2, 21, 6), (7, 5, 20, 7)];
        foreach (var ((leads, qualified, others, othersQualified), number) in days.Select((day, i) => (day, i)))
        {
            await InsertAsync(account, one, DaysAgo(20 - number), leads, qualified);
            await InsertAsync(account, other, DaysAgo(20 - number), others, othersQualified);
        }

        var row = await RowAsync(account, one);

        Assert.Multiple(() =>
        {
            Assert.That(row.Decimal("evidence"), Is.EqualTo(9.8420).Within(0.0001));
            Assert.That(row.Decimal("ln_evidence"), Is.EqualTo(Math.Log(9.8420)).Within(0.0001));
            Assert.That(row.Text("verdict"), Is.EqualTo("too_early"), "forty would be enough");
            Assert.That(row.Number("judged_leads"), Is.EqualTo(27));
            Assert.That(row.Number("judged_qualified"), Is.EqualTo(16));
            Assert.That(row.Number("horizon_days"), Is.EqualTo(14));
            Assert.That(row.Text("judged_until"), Is.EqualTo($"{DaysAgo(15):yyyy-MM-dd}"));
            Assert.That(row.Number("leads_needed"), Is.EqualTo(184), "211 for 45 % against 30 %, less what is judged");
        });
    }

    [Test]
    public async Task Young_leads_late_qualifications_tests_deleted_deals_and_repeats_do_not_count()
    {
        var account = await OpenAsync();
        var direction = await account.DirectionAsync();
        var (creative, rival) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        await InsertAsync(account, creative, DaysAgo(15), 10, 4);
        await InsertAsync(account, rival, DaysAgo(15), 10, 4);
        await InsertAsync(account, creative, DaysAgo(14), 100, 100); // the day ended less than a horizon ago
        await InsertAsync(account, creative, DaysAgo(30), 1, 1, qualifiedAfter: TimeSpan.FromHours((14 * 24) + 1));
        await InsertAsync(account, creative, DaysAgo(30), 7, 7, isTest: true);
        await InsertAsync(account, creative, DaysAgo(30), 7, 7, isDeleted: true);
        await InsertAsync(account, null, DaysAgo(30), 7, 7);
        foreach (var (ago, qualified) in new[] { (60, 0), (50, 1), (46, 1), (45, 0) })
            await InsertAsync(account, creative, DaysAgo(ago), 1, qualified, phone: "+79161234567");

        var row = await RowAsync(account, creative);

        // 10 and the late one, and of the person the first lead and that of fifteen days later: ten and fourteen days are repeats.
        Assert.That(row.Number("judged_leads"), Is.EqualTo(10 + 1 + 2));
        Assert.That(row.Number("judged_qualified"), Is.EqualTo(4));
        Assert.That(row.Rate("judged"), Is.EqualTo("4/13 30.8 [4.9; 71.2]"));
    }

    [Test]
    public async Task It_depends_on_no_period_and_no_mode_but_on_the_horizon()
    {
        var account = await OpenAsync();
        var direction = await account.DirectionAsync();
        var (good, usual) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        for (var day = 16; day < 56; day++)
        {
            await InsertAsync(account, good, DaysAgo(day), 10, 6);
            await InsertAsync(account, usual, DaysAgo(day), 10, 3);
        }

        var row = await RowAsync(account, good);
        var week = await RowAsync(
            account,
            good,
            $"from={DaysAgo(40):yyyy-MM-dd}&to={DaysAgo(40):yyyy-MM-dd}&mode=reached_or_passed"
        );
        await JsonAsync(await Admin.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { horizon_days = 60 }));
        var longer = await RowAsync(account, good);

        Assert.That(row.Text("verdict"), Is.EqualTo("better"));
        Assert.That(
            (await RowAsync(account, usual, "mode=ever")).Text("verdict"),
            Is.EqualTo("too_early"),
            "nobody is old enough now"
        );
        Assert.That(row.Decimal("evidence"), Is.EqualTo(1_000_000));
        Assert.That(row.Decimal("ln_evidence"), Is.GreaterThan(Math.Log(1_000_000)));
        Assert.That(week.Text("verdict"), Is.EqualTo("better"));
        Assert.That(week.Decimal("ln_evidence"), Is.EqualTo(row.Decimal("ln_evidence")));
        Assert.That(
            (longer.Text("verdict"), longer.Number("judged_leads"), longer.Number("horizon_days")),
            Is.EqualTo(("too_early", 0L, 60L))
        );
        Assert.That(longer.IsNull("leads_needed"));
    }

    [Test]
    public async Task A_creative_is_alone_where_no_other_of_its_direction_is_judged()
    {
        var account = await OpenAsync();
        var (direction, elsewhere) = (await account.DirectionAsync("К"), await account.DirectionAsync("Ш"));
        var (creative, young) = (await account.CreativeAsync(direction), await account.CreativeAsync(direction));
        var (other, homeless) = (await account.CreativeAsync(elsewhere), await account.CreativeAsync());
        await InsertAsync(account, creative, DaysAgo(20), 10, 4);
        await InsertAsync(account, young, DaysAgo(2), 10, 4);
        await InsertAsync(account, other, DaysAgo(20), 10, 1);
        await InsertAsync(account, homeless, DaysAgo(20), 10, 1);

        var rows = (await account.CreativesAsync()).ToDictionary(row => row.Id("creative_id"));

        Assert.That(
            new[] { creative, young, other, homeless }.Select(id => rows[id].Text("verdict")),
            Is.EqualTo(["alone", "too_early", "alone", "too_early"])
        );
        Assert.That(rows[homeless].Number("judged_leads"), Is.Zero, "there is nothing to compare it with");
    }

    [TestCase(0)]
    [TestCase(91)]
    public async Task A_horizon_is_one_to_ninety_days(int days)
    {
        var account = await OpenAsync();

        var answer = await Admin.PatchAsJsonAsync($"/api/user-accounts/{account.Id}", new { horizon_days = days });

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    [TestCase("from_rate=30&to_rate=45&creatives=5", 153)]
    [TestCase("from_rate=30&to_rate=40&creatives=20", 345)]
    [TestCase("from_rate=30&to_rate=45&creatives=2", 211)]
    public async Task Leads_for_a_difference_that_the_caller_names(string query, long leads)
    {
        var account = await OpenAsync();

        var answer = await account.FiguresAsync("leads-needed?" + query);

        Assert.That(answer.Number("leads_per_creative"), Is.EqualTo(leads));
    }

    [TestCase("from_rate=30&to_rate=30&creatives=5")]
    [TestCase("from_rate=0&to_rate=30&creatives=5")]
    [TestCase("from_rate=30&to_rate=100&creatives=5")]
    [TestCase("from_rate=30&to_rate=45&creatives=1")]
    [TestCase("from_rate=30&to_rate=45")]
    public async Task What_no_comparison_can_be_is_refused(string query)
    {
        var account = await OpenAsync();

        var answer = await account.Client.GetAsync(account.Url("/api/analytics/leads-needed?" + query));

        await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
    }

    private Task<TestAccount> OpenAsync() => UnconnectedAccountAsync(new { time_zone = "Asia/Almaty" });

    private static async Task<JsonElement> RowAsync(TestAccount account, Guid creative, string filter = "") =>
        (await account.CreativesAsync(filter)).Single(row => row.Text("creative_id") == $"{creative}");
}
