using System.Globalization;
using System.Net;

namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class DealFieldsTests : AdoptionTest
{
    [Test]
    public async Task Fields_are_amoCRMs_with_their_most_frequent_values()
    {
        var account = await AccountAsync(new { adopt_deals = "all" });
        var campaign = account.Crm.DealFields.Add("Рекламная кампания");
        for (var deal = 0; deal < 6; deal++)
            await account.DeliverAsync(
                Hook(
                        76000 + deal,
                        fields: (
                            "UTM_SOURCE",
                            deal < 3 ? "vk"
                            : deal < 5 ? "yandex"
                            : "meta"
                        )
                    )
                    .Replace("9000", campaign.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            );

        var fields = (await account.GetAsync($"/api/user-accounts/{account.Id}/deal-fields")).List("fields");
        var source = fields.Single(f => f.Text("code") == "utm_source");
        var custom = fields.Single(f => f.Number("field_id") == campaign.Id);
        Assert.Multiple(() =>
        {
            Assert.That(fields, Has.Count.EqualTo(20));
            Assert.That(source.Text("type"), Is.EqualTo("tracking_data"));
            Assert.That(source.List("examples").Select(e => e.GetString()), Is.EqualTo(["vk", "yandex", "meta"]));
            Assert.That(custom.Text("code"), Is.EqualTo($"field:{campaign.Id}"));
            Assert.That(custom.Text("name"), Is.EqualTo("Рекламная кампания"));
            Assert.That(custom.List("examples"), Is.Empty);
        });
    }

    [Test]
    public async Task Without_a_connection_there_are_none()
    {
        var account = await AdoptingAsync();
        await ProblemAsync(
            await account.Client.GetAsync($"/api/user-accounts/{account.Id}/deal-fields"),
            HttpStatusCode.Conflict,
            "amocrm_not_connected",
            "amocrm_not_connected"
        );
    }
}
