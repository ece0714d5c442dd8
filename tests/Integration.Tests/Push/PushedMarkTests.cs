namespace AmoCrmQualification.Integration.Tests.Push;

internal sealed class PushedMarkTests : PushTest
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Where_amoCRM_refuses_the_tracking_fields_the_deal_is_made_without_them(bool named)
    {
        var account = await SellerAsync();
        account.Crm.Switches = account.Crm.Switches with { TrackingRefused = true, RefusalsNamed = named };
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                utm_source = "yandex",
            }
        );

        await PushedAsync(account, lead);

        var deal = account.Crm.Leads.All.Single();
        Assert.Multiple(() =>
        {
            Assert.That(deal.Fields, Is.Empty);
            Assert.That(deal.Tags.Select(t => t.Name), Does.Contain("utm_source:yandex"));
        });
    }
}
