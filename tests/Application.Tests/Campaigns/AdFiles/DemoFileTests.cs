using AmoCrmQualification.Application.Campaigns.AdFiles;

namespace AmoCrmQualification.Application.Tests.Campaigns.AdFiles;

/// <summary>The files that lie ready to be dropped.</summary>
public sealed class DemoFileTests
{
    [TestCase("meta-ads-manager.csv", SpendFormat.MetaAdsManager, 14)]
    [TestCase("meta-ads-manager.xlsx", SpendFormat.MetaAdsManager, 14)]
    [TestCase("yandex-direct.csv", SpendFormat.YandexDirect, 14)]
    [TestCase("yandex-direct-api.tsv", SpendFormat.YandexDirect, 7)]
    [TestCase("vk-ads.csv", SpendFormat.VkAds, 14)]
    [TestCase("my-target.csv", SpendFormat.MyTarget, 7)]
    [TestCase("tiktok.csv", SpendFormat.Tiktok, 14)]
    [TestCase("google-ads.csv", SpendFormat.GoogleAds, 7)]
    public void A_demo_file_is_taken_as_it_is(string name, SpendFormat format, int rows)
    {
        var table = SpendTableReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "demo", name)));
        var reading = ReportSample.Read(table);

        Assert.That(reading.Errors, Is.Empty);
        Assert.That((table.Heading.Format, reading.Rows.Count), Is.EqualTo((format, rows)));
        Assert.That(reading.ControlTotal, Is.AnyOf(null, reading.Total));
    }
}
