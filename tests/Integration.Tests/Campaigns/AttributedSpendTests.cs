using AmoCrmQualification.Infrastructure.Campaigns;

namespace AmoCrmQualification.Integration.Tests.Campaigns;

/// <summary>Whose the spend is that statistics add up.</summary>
internal sealed class AttributedSpendTests : ApiTest
{
    [Test]
    public async Task A_day_that_is_told_by_ads_and_as_a_whole_is_counted_by_its_ads()
    {
        var account = await UnconnectedAccountAsync();
        var creative = await account.CreativeAsync(null, "ad-1", "ad-2");
        await account.SpendAsync(
            $"2026-11-01,,{creative},100",
            "2026-11-01,ad-1,,30",
            "2026-11-01,ad-2,,40",
            $"2026-11-02,,{creative},100",
            "2026-11-02,ad-9,,5"
        );

        var both = await SpentAsync(account);
        await account.SpendAsync("2026-11-01,ad-1,,0", "2026-11-01,ad-2,,0");
        var takenBack = await SpentAsync(account);
        await account.CreativeAsync(null, "ad-9");
        await account.Client.AskAsync(HttpMethod.Patch, $"/api/creatives/{creative}", new { ad_ids = Array.Empty<string>() });

        Assert.That(both, Is.EquivalentTo([(1, creative, 30m), (1, creative, 40m), (2, creative, 100m), (2, Guid.Empty, 5m)]));
        Assert.That(
            takenBack.Where(s => s.Spend > 0),
            Is.EquivalentTo([(1, creative, 100m), (2, creative, 100m), (2, Guid.Empty, 5m)])
        );
        Assert.That(
            (await SpentAsync(account)).Where(s => s.Creative == creative).Sum(s => s.Spend),
            Is.EqualTo(200),
            "it keeps its past"
        );
        Assert.That((await SpentAsync(account)).Where(s => s.Creative == Guid.Empty), Is.Empty, "nobody's ad is somebody's now");
    }

    [Test]
    public async Task What_came_without_a_currency_is_in_the_accounts()
    {
        var account = await UnconnectedAccountAsync();
        await account.SpendAsync("2026-11-01,ad-1,,5");
        await account.PostAsync(
            SpendCalls.Route,
            new[]
            {
                new
                {
                    date = "2026-11-01",
                    ad_id = "ad-2",
                    spend = 5,
                    currency = "usd",
                },
            }
        );

        var rows = await Service.RowsAsync(
            AttributedSpend.Build("AND s.date >= '2026-11-01'", "'KZT'") + " ORDER BY currency",
            account.Id
        );

        Assert.That(rows.Select(row => row[3]), Is.EqualTo(["KZT", "USD"]));
        Assert.That(await Service.RowsAsync(AttributedSpend.Build("AND s.date > '2026-11-01'", "'KZT'"), account.Id), Is.Empty);
    }

    private static async Task<IReadOnlyList<(int Day, Guid Creative, decimal Spend)>> SpentAsync(TestAccount account) =>
        [
            .. (await Service.RowsAsync(AttributedSpend.Build("", "NULL"), account.Id)).Select(row =>
                (((DateOnly)row[0]).Day, row[1] is Guid creative ? creative : Guid.Empty, (decimal)row[2])
            ),
        ];
}
