using AmoCrmQualification.Integration.Tests.Sales;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.AmoCrm;

/// <summary>One deal of several whose values amoCRM gives in other types, or that it cannot show at all.</summary>
internal sealed class OddDealTests : DealTest
{
    [TestCase("price", "\"\"")]
    [TestCase("price", "[]")]
    [TestCase("price", "false")]
    [TestCase("closed_at", "\"\"")]
    [TestCase("closed_at", "{}")]
    [TestCase("loss_reason", "\"\"")]
    [TestCase("contacts", "{}")]
    [TestCase("_embedded", "[]")]
    [TestCase("_embedded", null)]
    [TestCase("id", "[]")]
    [TestCase("id", null)]
    public async Task An_odd_value_keeps_back_neither_its_sale_nor_others(string name, string? value)
    {
        var account = await SellerAsync();
        var (odd, other) = (OpenDeal(account), OpenDeal(account));
        await LinkAsync(account, odd, other);
        using var fault = Fail(account, new() { Kind = FaultKind.Php, Set = new(name, value, $"{odd.Id}") });

        await SellAsync(account, odd, other);

        var sales = await SalesAsync(account, 2);
        Assert.That(sales[other.Id].Number("amount"), Is.EqualTo(700));
        Assert.That(sales[odd.Id].Number("amount"), Is.EqualTo(700), "by amoCRM, or by the webhook");
    }

    [TestCase(FaultKind.Error, 500)]
    [TestCase(FaultKind.Error, 400)]
    [TestCase(FaultKind.CutShort, 200)]
    public async Task A_deal_that_amoCRM_cannot_show_keeps_no_other_back_and_is_asked_for_again(FaultKind kind, int status)
    {
        var account = await SellerAsync();
        CrmLead[] deals = [.. Enumerable.Range(0, 5).Select(_ => OpenDeal(account))];
        await LinkAsync(account, deals);
        var odd = deals[2];
        JsonElement late;
        using (
            Fail(
                account,
                new()
                {
                    Kind = kind,
                    Status = status,
                    Match = "GET /api/v4/leads",
                    Holding = $"\"id\":{odd.Id},",
                }
            )
        )
        {
            await SellAsync(account, deals);
            Assert.That((await SalesAsync(account, 4)).Keys, Does.Not.Contain(odd.Id));
            await Service.ExecuteAsync("UPDATE outbox SET attempts = 0 WHERE user_account_id = $1", account.Id);
        }

        await Service.ExecuteAsync("UPDATE outbox SET due_at = now() WHERE user_account_id = $1", account.Id);
        late = (await SalesAsync(account, 5))[odd.Id];
        Assert.That(late.Number("amount"), Is.EqualTo(700));
    }

    private static async Task LinkAsync(TestAccount account, params CrmLead[] deals)
    {
        foreach (var deal in deals)
            await account.LinkedLeadAsync(deal.Id);
        await account.DeliverAsync([.. deals.Select(LeadForm.Status)]);
    }

    /// <summary>All in one delivery, so that they are looked up together.</summary>
    private static Task SellAsync(TestAccount account, params CrmLead[] deals) =>
        account.DeliverAsync(
            LeadForm.Together(
                deals.Select(
                    (deal, i) =>
                    {
                        var won = account.Crm.Leads.Win(deal.Id, 700, Closed);
                        return LeadForm.Build(
                            "status",
                            i,
                            LeadForm.Fields(deal.Id, won.PipelineId, won.StatusId, won.UpdatedAt, null, "700")
                        );
                    }
                )
            )
        );

    private static async Task<IReadOnlyDictionary<long, JsonElement>> SalesAsync(TestAccount account, int count)
    {
        IReadOnlyList<JsonElement> sales = [];
        await TestAccount.UntilAsync(
            async () => (sales = await account.ItemsAsync("/api/sales")).Count == count,
            () => $"sales: [{string.Join(',', sales)}]"
        );
        return sales.ToDictionary(s => s.Number("amocrm_deal_id")!.Value);
    }
}
