using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Sales;

internal sealed class EditedLossReasonTests : DealTest
{
    [TestCase(true, TestName = "A loss reason that is edited is read again when a webhook tells of the edit")]
    [TestCase(false, TestName = "A loss reason that is edited is read again by the next reconciliation")]
    public async Task An_edited_loss_reason_is_read_again(bool byWebhook)
    {
        var account = await SellerAsync(new { adopt_deals = "all" }); // reconciliation reads what has changed
        var (dear, silent) = (account.Crm.LossReasons.Add("Дорого"), account.Crm.LossReasons.Add("Не дозвонились"));
        var deal = await LinkedDealAsync(account);
        await account.DeliverAsync(
            LeadForm.Status(account.Crm.Leads.Move(deal.Id, CrmStage.Lost, lossReasonId: dear.Id, at: Closed))
        );
        await account.SaleAsync(sale => sale.Text("loss_reason") == "Дорого");
        await account.ReconcileAsync();

        var edited = account.Crm.Leads.Move(deal.Id, CrmStage.Lost, lossReasonId: silent.Id);
        if (byWebhook)
            await account.DeliverAsync(LeadForm.Update(deal.Id, edited.PipelineId, edited.StatusId, edited.UpdatedAt));
        else
            await account.ReconcileAsync();

        var sale = await account.SaleAsync(sale => sale.Text("loss_reason") == "Не дозвонились");
        Assert.That(sale.Time("closed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(Closed)));
        Assert.That(
            (await account.GetAsync("/api/analytics/loss-reasons")).List("reasons").Single().Text("reason"),
            Is.EqualTo("Не дозвонились")
        );
    }
}
