using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Integration.Tests.Sales;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Why leads were lost, by the reasons that people give in amoCRM.</summary>
internal sealed class LossReasonTests : DealTest
{
    [Test]
    public async Task Lost_leads_are_counted_by_reason_and_creative()
    {
        var account = await SellerAsync();
        var (one, other) = (await account.CreativeAsync(), await account.CreativeAsync());
        var expensive = account.Crm.LossReasons.Add("Дорого").Id;
        var gone = account.Crm.LossReasons.Add("Пропала потребность").Id;
        await LoseAsync(account, one, expensive);
        await LoseAsync(account, one, expensive);
        await LoseAsync(account, null, expensive);
        await LoseAsync(account, other, gone);
        await LoseAsync(account, other, reason: null);
        var back = await LoseAsync(account, other, gone);
        await account.DeliverAsync(LeadForm.Status(account.Crm.Leads.Move(back.Id, CrmStage.Won, at: Closed + 10)));
        await KnownAsync(account, reasons: 4);

        var reasons = (await account.FiguresAsync("loss-reasons")).List("reasons");
        var ofOne = (await account.FiguresAsync($"loss-reasons?creativeId={one}")).List("reasons");

        Assert.That(
            reasons.Select(r => (r.Text("reason"), r.Number("leads"), Share(r))),
            Is.EqualTo(
                new (string?, long?, string)[]
                {
                    ("Дорого", 3, "3/5 60"),
                    ("Пропала потребность", 1, "1/5 20"),
                    (null, 1, "1/5 20"),
                }
            ),
            "the deal that was won after all is not lost"
        );
        Assert.That(Creatives(reasons[0]), Is.EqualTo([($"{one}", 2L), ("unknown", 1L)]));
        Assert.That(Creatives(reasons[2]), Is.EqualTo([($"{other}", 1L)]));
        Assert.That(ofOne.Select(r => (r.Text("reason"), Share(r))), Is.EqualTo([("Дорого", "2/2 100")]));
    }

    [Test]
    public async Task Nothing_is_lost_in_days_without_leads()
    {
        var account = await SellerAsync();
        await LoseAsync(account, null, account.Crm.LossReasons.Add("Дорого").Id);

        var answer = await account.FiguresAsync("loss-reasons?from=2026-01-01&to=2026-01-02");

        Assert.That(answer.List("reasons"), Is.Empty);
    }

    private static async Task<CrmLead> LoseAsync(TestAccount account, Guid? creative, long? reason)
    {
        var deal = OpenDeal(account);
        await account.LinkedLeadAsync(deal.Id, creative);
        var lost = account.Crm.Leads.Move(deal.Id, CrmStage.Lost, lossReasonId: reason, at: Closed);
        await account.DeliverAsync(LeadForm.Status(lost));
        return deal;
    }

    private static Task KnownAsync(TestAccount account, long reasons) =>
        TestAccount.UntilAsync(
            async () =>
                await account.Service.ScalarAsync<long>(
                    "SELECT count(loss_reason) FROM sales WHERE user_account_id = $1 AND status = 'lost'",
                    account.Id
                ) == reasons,
            () => $"not {reasons} reasons are known"
        );

    private static string Share(JsonElement reason)
    {
        var share = reason.GetProperty("share");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{share.Number("numerator")}/{share.Number("denominator")} {share.Decimal("rate")}"
        );
    }

    private static IEnumerable<(string?, long?)> Creatives(JsonElement reason) =>
        reason.List("creatives").Select(c => (c.Text("creative_id"), c.Number("leads")));
}
