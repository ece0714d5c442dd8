namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Files that say too little: unknown columns that a person maps, ads that are known by name.</summary>
internal sealed class AdFileMappingTests : ApiTest
{
    private const string Unknown = "Tag,Anzeige,Kosten\n2026-11-01,a,5.50\n2026-11-02,a,1\n";
    private const string Mapping = """{"Tag":"date","Anzeige":"ad_id","Kosten":"spend"}""";

    [Test]
    public async Task A_mapping_is_remembered_for_the_same_headings_until_it_is_taken_back()
    {
        var account = await UnconnectedAccountAsync();
        var mapped = $"?columns={Uri.EscapeDataString(Mapping)}";

        var preview = await account.PreviewAsync(Unknown, mapped);
        var before = await account.SendCsvAsync(Unknown);
        var first = await JsonAsync(await account.PostCsvAsync(SpendCalls.Route + mapped, Unknown));
        var again = await JsonAsync(await account.SendCsvAsync("Kosten;Tag;ANZEIGE\n7;2026-11-03;a\n"));
        var other = await (await UnconnectedAccountAsync()).SendCsvAsync(Unknown);

        Assert.That((preview.Text("format"), preview.Number("accepted")), Is.EqualTo(("mapped", 2)));
        await ProblemAsync(before, HttpStatusCode.BadRequest, "validation_error");
        Assert.That((first.Text("format"), again.Text("format")), Is.EqualTo(("mapped", "mapped")));
        await ProblemAsync(other, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(await account.SpentAsync(), Is.EqualTo(["2026-11-03 a 7 -", "2026-11-02 a 1 -", "2026-11-01 a 5.5 -"]));

        await JsonAsync(await account.PostCsvAsync(SpendCalls.Route + mapped, Unknown));
        await ProblemAsync(
            await account.PostCsvAsync(SpendCalls.Route + "?columns={}", Unknown),
            HttpStatusCode.BadRequest,
            "validation_error"
        );
        Assert.That((await account.PreviewAsync(Unknown)).Text("format"), Is.EqualTo("mapped"), "a refused file changes nothing");
    }

    [TestCase("[]")]
    [TestCase("""{"Tag":"price"}""")]
    [TestCase("{")]
    public async Task A_mapping_that_is_none_is_refused(string columns)
    {
        var account = await UnconnectedAccountAsync();

        var answer = await account.PostCsvAsync($"{SpendCalls.Preview}?columns={Uri.EscapeDataString(columns)}", Unknown);

        var problem = await ProblemAsync(answer, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(problem.GetProperty("errors").Names(), Is.EqualTo(["columns"]));
    }

    [Test]
    public async Task A_file_without_ids_is_read_by_names_that_one_known_ad_has()
    {
        var account = await UnconnectedAccountAsync();
        const string Heading = "Day,Ad name,Amount spent (USD),Impressions\n";
        await JsonAsync(
            await account.SendCsvAsync(
                "Day,Ad name,Ad ID,Amount spent (USD)\n2026-11-01,One,11,5\n2026-11-01,Two,21,6\n2026-11-01,Two,22,7\n"
            )
        );
        await account.CreativeAsync(null, "31"); // «Видео»

        var unique = await JsonAsync(await account.SendCsvAsync(Heading + "2026-11-02,One,5,1\n2026-11-02,Видео,6,1\n"));
        var ambiguous = await account.SendCsvAsync(Heading + "2026-11-02,Two,5,1\n2026-11-02,Three,5,1\n");

        Assert.That(unique.Number("accepted"), Is.EqualTo(2));
        Assert.That(
            await account.SpentAsync("?from=2026-11-02"),
            Is.EquivalentTo(["2026-11-02 11 5 USD", "2026-11-02 31 6 USD"])
        );
        var problem = await ProblemAsync(ambiguous, HttpStatusCode.BadRequest, "validation_error");
        Assert.That(
            problem.List("errors").Select(e => $"{e.Text("code")} {e.Text("value")}"),
            Is.EqualTo(["no_ad_ids Two", "no_ad_ids Three"])
        );
    }
}
