namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Each number opens a list of as many leads.</summary>
internal static class FigureLists
{
    public static async Task CompareAsync(RandomPast past, IEnumerable<FigureMode> modes, FigureFilter filter)
    {
        var account = past.Account;
        foreach (var mode in modes)
        {
            // Judged leads are of all days: those of one creative are enough to turn over.
            var asked = mode.Name is "judged" ? $"{mode}&creativeId={past.Creatives[0]}" : $"{filter}&{mode}";
            var rows = await account.CreativesAsync(asked);
            Assert.That(await CountAsync(account, asked), Is.EqualTo(rows.Sum(r => r.Number("total_leads"))));
            Assert.That(
                await CountAsync(account, $"{asked}&isQualified=true"),
                Is.EqualTo(rows.Sum(r => r.Number("qualified_leads"))).And.Positive
            );
            Assert.That(
                await CountAsync(account, $"{asked}&isQualified=false"),
                Is.EqualTo(
                    rows.Sum(r => r.GetProperty("qualification").Number("denominator") - r.Number("qualified_leads"))
                ).And.Positive
            );
            var unknown = rows.SingleOrDefault(r => r.Text("creative_id") == "unknown");
            Assert.That(
                await CountAsync(account, $"{filter}&{mode}&creativeId=unknown&isQualified=true"),
                Is.EqualTo(unknown.ValueKind is JsonValueKind.Undefined ? 0 : unknown.Number("qualified_leads"))
            );
            Assert.That(
                await CountAsync(account, $"{asked}&won=true"),
                Is.EqualTo(rows.Sum(r => r.Number("won_deals"))).And.Positive
            );
        }

        foreach (var stage in (await account.FiguresAsync($"funnel?pipelineId=1&{filter}")).List("stages"))
        {
            var (status, named) = (stage.Number("status_id"), $"{filter}&pipelineId=1");
            Assert.That(await CountAsync(account, $"{named}&reachedStatusId={status}"), Is.EqualTo(stage.Number("reached")));
            Assert.That(
                await CountAsync(account, $"{named}&reachedOrPassedStatusId={status}"),
                Is.EqualTo(stage.Number("reached_or_passed"))
            );
            Assert.That(await CountAsync(account, $"{named}&lostFromStatusId={status}"), Is.EqualTo(stage.Number("lost_from")));
            Assert.That(
                await CountAsync(account, $"{named}&statusId={status}&mode=current"),
                Is.EqualTo(stage.Number("current"))
            );
        }
    }

    private static async Task<int> CountAsync(TestAccount account, string filter) =>
        (await account.PagesAsync($"/api/leads?{filter}", limit: 500)).Sum(page => page.Count);
}
