using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Integration.Tests.Reconciliation;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Evidence is of what happened, not of how it became known.</summary>
internal sealed class HealedHistoryTests : ReconciliationTest
{
    private const int Day = 24 * 60 * 60;
    private static readonly long Begin = Start - (30 * Day);

    [Test]
    public async Task Evidence_from_a_healed_history_is_that_of_one_told_in_time([Range(1, 3)] int seed)
    {
        var (told, creatives, lives) = await LivesAsync(seed);
        await told.DeliverAsync([.. lives.Adds(), .. lives.Live(90, Begin + (4 * Day)).SelectMany(hooks => hooks)]);
        var expected = await JudgedAsync(told, creatives);

        var (healed, same, again) = await LivesAsync(seed);
        var random = new Random(seed);
        var late = again.Adds().Concat(again.Live(90, Begin + (4 * Day)).SelectMany(hooks => hooks)).ToArray();
        random.Shuffle(late);
        await healed.DeliverAsync(late[..(late.Length / 3)]);
        var before = await JudgedAsync(healed, same);
        await healed.ReconcileAsync();

        Assert.That(before, Is.Not.EqualTo(expected), "something was to be healed");
        Assert.That(await JudgedAsync(healed, same), Is.EqualTo(expected));
    }

    /// <summary>Deals of four days in two creatives, each with a lead that was made on that day.</summary>
    private async Task<(TestAccount Account, Guid[] Creatives, CrmLives Lives)> LivesAsync(int seed)
    {
        var account = await SellerAsync(new { time_zone = "UTC" });
        account.Crm.Pipelines.Add("Сервис", "Заявка", "Выезд");
        await account.SyncAsync();
        await account.FlagAsync(account.Crm.Pipelines.Main.Id, Stage(account, "Замер"));
        var direction = await account.DirectionAsync();
        Guid[] creatives = [await account.CreativeAsync(direction), await account.CreativeAsync(direction)];
        var lives = new CrmLives(account.Crm, seed);
        for (var day = 0; day < 4; day++)
            lives.Begin(8, Begin + (day * Day));
        foreach (var (deal, place) in lives.Deals.Select((deal, place) => (deal, place)))
        {
            await account.LeadAsync(
                new
                {
                    source_type = "website",
                    chat_id = $"chat {deal.Id}",
                    amocrm_lead_id = deal.Id,
                    creative_id = creatives[place % 3 == 0 ? 0 : 1],
                    created_at = DateTimeOffset.FromUnixTimeSeconds(deal.CreatedAt),
                }
            );
        }

        return (account, creatives, lives);
    }

    private static async Task<List<string>> JudgedAsync(TestAccount account, Guid[] creatives)
    {
        var rows = (await account.CreativesAsync()).ToDictionary(row => row.Id("creative_id"));
        return
        [
            .. creatives
                .Select(id => rows[id])
                .Select(row =>
                    $"{row.Number("judged_qualified")} of {row.Number("judged_leads")}, {row.Text("verdict")}, {row.GetProperty("ln_evidence").GetRawText()}"
                ),
        ];
    }
}
