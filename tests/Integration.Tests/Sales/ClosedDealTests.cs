using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Sales;

internal sealed class ClosedDealTests : DealTest
{
    [Test]
    public async Task A_won_deal_is_a_paid_sale_with_what_amoCRM_knows_of_it()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account, 0, "8 (912) 345-67-89");

        account.Crm.Leads.Win(deal.Id, price: 125_000, at: Closed);
        await account.DeliverAsync(LeadForm.Status(deal.Id, deal.PipelineId, CrmStage.Won, Closed + 5, price: null));

        var sale = await account.SaleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(sale.Text("status"), Is.EqualTo("paid"));
            Assert.That(sale.Number("amount"), Is.EqualTo(125_000));
            Assert.That(sale.Text("currency"), Is.EqualTo("RUB"));
            Assert.That(sale.Time("closed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(Closed)));
            Assert.That(sale.Text("client_phone"), Is.EqualTo("+79123456789"));
            Assert.That(sale.Text("client_name"), Is.EqualTo("Анна"));
            Assert.That(sale.Number("amocrm_deal_id"), Is.EqualTo(deal.Id));
            Assert.That(sale.Number("amocrm_pipeline_id"), Is.EqualTo(deal.PipelineId));
            Assert.That(sale.Number("amocrm_status_id"), Is.EqualTo(142));
            Assert.That(sale.Text("loss_reason"), Is.Null);
        });
    }

    [Test]
    public async Task A_lead_finds_its_sale()
    {
        var account = await SellerAsync();
        var (one, other) = (await LinkedDealAsync(account), await LinkedDealAsync(account));
        await WinAsync(account, one, 10);
        await WinAsync(account, other, 10);
        IReadOnlyList<System.Text.Json.JsonElement> sales = [];
        await TestAccount.UntilAsync(async () => (sales = await account.ItemsAsync("/api/sales")).Count == 2, () => "two sales");

        foreach (var sale in sales)
            Assert.That(
                (await account.ItemsAsync($"/api/sales?leadId={sale.Id("lead_id")}")).Single().Id(),
                Is.EqualTo(sale.Id())
            );
        Assert.That(await account.ItemsAsync($"/api/sales?leadId={Guid.CreateVersion7()}"), Is.Empty);
    }

    [Test]
    public async Task A_deal_without_a_contact_is_sold_to_the_leads_own_phone()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);

        await WinAsync(account, deal, 10);

        Assert.That((await account.SaleAsync()).Text("client_phone"), Is.EqualTo("+79161234567"));
    }

    [Test]
    public async Task A_phone_that_cannot_be_parsed_is_kept_as_amoCRM_has_it()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account, 0, "доб. 12");

        await WinAsync(account, deal, 10);

        Assert.That((await account.SaleAsync()).Text("client_phone"), Is.EqualTo("доб. 12"));
    }

    [Test]
    public async Task A_chat_id_in_the_field_for_the_phone_is_nobodys_phone()
    {
        var account = await SellerAsync();
        var deal = OpenDeal(account, 0, "79161234567@lid");
        await account.LeadAsync(
            new
            {
                source_type = "whatsapp",
                phone = "8613912345678@lid",
                amocrm_lead_id = deal.Id,
            }
        );

        await WinAsync(account, deal, 10);

        Assert.That((await account.SaleAsync()).Text("client_phone"), Is.Null);
    }

    [TestCase(false, TestName = "A lost deal has its reason when amoCRM gives it in a list")]
    [TestCase(true, TestName = "A lost deal has its reason when amoCRM gives it as an object")]
    public async Task A_lost_deal_has_its_reason(bool asObject)
    {
        var account = await SellerAsync();
        account.Crm.Switches = account.Crm.Switches with { LossReasonAsObject = asObject };
        var reason = account.Crm.LossReasons.Add("Дорого");
        var deal = await LinkedDealAsync(account);

        await account.DeliverAsync(
            LeadForm.Status(account.Crm.Leads.Move(deal.Id, CrmStage.Lost, lossReasonId: reason.Id, at: Closed))
        );

        var sale = await account.SaleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(sale.Text("status"), Is.EqualTo("lost"));
            Assert.That(sale.Text("loss_reason"), Is.EqualTo("Дорого"));
            Assert.That(sale.Number("amocrm_status_id"), Is.EqualTo(143));
        });
    }

    [Test]
    public async Task A_reopened_deal_is_reversed_and_closing_it_again_is_the_same_sale_paid_anew()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);

        await WinAsync(account, deal, 100);
        var first = await account.SaleAsync();
        await ReopenAsync(account, deal, Closed + 10);
        var reversed = await account.SaleAsync(sale => !IsPaid(sale));
        await WinAsync(account, deal, 300, Closed + 20);
        var second = await account.SaleAsync(IsPaid);

        Assert.Multiple(() =>
        {
            Assert.That(reversed.Text("status"), Is.EqualTo("reversed"));
            Assert.That(second.Text("id"), Is.EqualTo(first.Text("id")));
            Assert.That(second.Number("amount"), Is.EqualTo(300));
            Assert.That(second.Time("closed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(Closed + 20)));
        });
    }

    [Test]
    public async Task A_deal_that_goes_from_lost_to_won_is_one_sale_without_a_reason()
    {
        var account = await SellerAsync();
        var reason = account.Crm.LossReasons.Add("Дорого");
        var deal = await LinkedDealAsync(account);
        await account.DeliverAsync(
            LeadForm.Status(account.Crm.Leads.Move(deal.Id, CrmStage.Lost, lossReasonId: reason.Id, at: Closed))
        );
        await account.SaleAsync();

        await WinAsync(account, deal, 50, Closed + 10);

        Assert.That((await account.SaleAsync(IsPaid)).Text("loss_reason"), Is.Null);
    }

    [Test]
    public async Task A_price_that_changes_after_winning_changes_the_sale()
    {
        var account = await SellerAsync();
        var deal = await LinkedDealAsync(account);
        await WinAsync(account, deal, 100);
        await account.SaleAsync();

        account.Crm.Leads.SetPrice(deal.Id, 250, Closed + 30);
        await account.DeliverAsync(LeadForm.Update(deal.Id, deal.PipelineId, CrmStage.Won, Closed + 30, price: "250"));

        var sale = await account.SaleAsync(sale => sale.Number("amount") == 250);
        Assert.That(sale.Text("status"), Is.EqualTo("paid"));
    }

    [Test]
    public async Task A_deal_that_was_won_before_it_was_linked_is_a_sale_on_linking()
    {
        var account = await SellerAsync();
        var deal = OpenDeal(account);
        await WinAsync(account, deal, 70);
        var before = await account.ItemsAsync("/api/sales");

        var lead = await account.LinkedLeadAsync(deal.Id);

        var sale = await account.SaleAsync();
        Assert.That(before, Is.Empty);
        Assert.That((sale.Number("amount"), sale.Text("lead_id")), Is.EqualTo(((long?)70, lead.Text("id"))));
    }

    [Test]
    public async Task An_account_without_amoCRM_sells_by_what_the_webhook_told()
    {
        var account = await UnconnectedAccountAsync(new { currency = "KZT", default_country = "KZ" });
        await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Status(7, 11, CrmStage.Won, Closed, price: "900"));

        var sale = await account.SaleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(sale.Text("status"), Is.EqualTo("paid"));
            Assert.That(sale.Number("amount"), Is.EqualTo(900));
            Assert.That(sale.Text("currency"), Is.EqualTo("KZT"));
            Assert.That(sale.Time("closed_at"), Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(Closed)));
            Assert.That(sale.Text("client_phone"), Is.EqualTo("+79161234567"));
        });
    }

    [Test]
    public async Task A_hundred_deals_are_looked_up_in_few_calls()
    {
        var account = await SellerAsync();
        var deals = Enumerable.Range(0, 100).Select(i => OpenDeal(account, 10, $"+7912345{i:0000}")).ToList();
        foreach (var part in deals.Chunk(10))
            await Task.WhenAll(part.Select(deal => account.LinkedLeadAsync(deal.Id)));

        await account.DeliverAsync(
            LeadForm.Together(
                deals.Select(
                    (deal, i) =>
                    {
                        var won = account.Crm.Leads.Win(deal.Id, at: Closed);
                        return LeadForm.Build(
                            "status",
                            i,
                            LeadForm.Fields(won.Id, won.PipelineId, won.StatusId, Closed, null, "10")
                        );
                    }
                )
            )
        );

        IReadOnlyList<System.Text.Json.JsonElement> sales = [];
        await TestAccount.UntilAsync(
            async () => (sales = await account.ItemsAsync("/api/sales?limit=500")).Count == 100,
            () => $"{sales.Count} sales"
        );
        Assert.That(LookUps(account), Has.Count.LessThanOrEqualTo(4));
        Assert.That(sales.Select(s => s.Text("client_phone")).Distinct().Count(), Is.EqualTo(100));
    }
}
