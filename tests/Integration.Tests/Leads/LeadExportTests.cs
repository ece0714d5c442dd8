using System.Globalization;
using AmoCrmQualification.Integration.Tests.Campaigns;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class LeadExportTests : ApiTest
{
    private const long Came = LeadForm.T0;
    private const long Talked = LeadForm.T0 + 60;
    private const long Closed = LeadForm.T0 + 120;

    [Test]
    public async Task Every_column_tells_what_became_of_a_lead()
    {
        var account = await AccountAsync(new { currency = "RUB" });
        var pipeline = account.Crm.Pipelines.Add("=Продажи", "Новая", "Замер");
        await account.SyncAsync();
        var direction = await account.DirectionAsync("Кухни");
        var creative = await account.CreativeAsync(direction, "120210");
        var deal = account.Crm.Leads.Create(new NewLead { At = Came, Silent = true });
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "=Анна",
                phone = "8 (916) 123-45-67",
                email = "anna@example.ru",
                message = "Замер,\n\"в субботу\"",
                ad_id = "120210",
                utm_source = "vk",
                utm_medium = "cpc",
                utm_campaign = "spring",
                utm_term = "kitchen",
                utm_content = "video",
                gclid = "g1",
                yclid = "y1",
                fbclid = "f1",
                _ym_uid = "u1",
                amocrm_lead_id = deal.Id,
                created_at = DateTimeOffset.FromUnixTimeSeconds(Came),
            }
        );
        await account.DeliverAsync(
            LeadForm.Status(deal.Id, pipeline.Id, pipeline["Новая"], Came),
            LeadForm.Status(account.Crm.Leads.Move(deal.Id, pipeline["Замер"], at: Talked)),
            LeadForm.Status(account.Crm.Leads.Win(deal.Id, price: 125_000, at: Closed))
        );
        await account.SaleAsync(sale => sale.Text("status") == "paid");

        var row = (await ExportedAsync(account)).Single();

        var shown = await account.LeadByIdAsync(lead);
        Assert.That(
            row.Select(cell => $"{cell.Key}: {cell.Value}"),
            Is.EqualTo([
                $"id: {lead.Id()}",
                $"user_account_id: {account.Id}",
                "source_type: website",
                "name: '=Анна",
                "phone: 8 (916) 123-45-67",
                "phone_e164: '+79161234567",
                "email: anna@example.ru",
                "chat_id: ",
                "message: Замер,\n\"в субботу\"",
                $"direction_id: {direction}",
                $"creative_id: {creative}",
                "ad_id: 120210",
                "utm_source: vk",
                "utm_medium: cpc",
                "utm_campaign: spring",
                "utm_term: kitchen",
                "utm_content: video",
                "gclid: g1",
                "yclid: y1",
                "fbclid: f1",
                "_ym_uid: u1",
                $"amocrm_lead_id: {deal.Id}",
                $"amocrm_contact_id: {shown.Number("amocrm_contact_id")}",
                "amocrm_push: not_needed",
                "push_error: ",
                $"current_pipeline_id: {pipeline.Id}",
                "current_status_id: 142",
                "is_qualified: true",
                $"first_qualified_at: {Time(Closed)}",
                "is_deleted: false",
                "is_test: false",
                "loss_reason: ",
                $"responsible_user_id: {shown.Number("responsible_user_id")}",
                "deal_price: 125000",
                $"attribution_creative_id: {creative}",
                "attribution_ad_id: 120210",
                "attribution_rule: ad_id",
                "attribution_evidence_code: ad_id",
                "attribution_evidence_value: 120210",
                $"attribution_decided_at: {Time(shown.GetProperty("attribution").Time("decided_at")!.Value)}",
                $"created_at: {Time(Came)}",
                $"updated_at: {Time(shown.Time("updated_at")!.Value)}",
                "creative_title: Видео",
                "direction_name: Кухни",
                "current_pipeline_name: '=Продажи",
                "current_status_name: Успешно реализовано",
                "sale_status: paid",
                "sale_amount: 125000",
                "sale_currency: RUB",
                $"sale_paid_at: {Time(Closed)}",
                .. (await StagesAsync(account)).Select(stage => $"{stage.Heading}: {Entered(stage.Status)}"),
            ])
        );

        string Entered(long status) =>
            status == pipeline["Новая"] ? Time(Came)
            : status == pipeline["Замер"] ? Time(Talked)
            : status == CrmStage.Won ? Time(Closed)
            : "";
    }

    [Test]
    public async Task A_lost_lead_has_a_reason_and_was_not_paid_and_one_without_a_deal_has_neither()
    {
        var account = await AccountAsync();
        account.Crm.Pipelines.Add("Продажи", "Новая");
        await account.SyncAsync();
        var deal = account.Crm.Leads.Create(new NewLead { At = Came, Silent = true });
        await account.LinkedLeadAsync(deal.Id);
        var lost = account.Crm.Leads.Lose(deal.Id, account.Crm.LossReasons.Add("Дорого").Id, at: Closed);
        await account.DeliverAsync(LeadForm.Status(lost));
        await account.SaleAsync(sale => sale.Text("loss_reason") is not null);
        await account.LeadAsync(
            new
            {
                source_type = "manual",
                email = "b@example.ru",
                push = false,
            }
        );

        var rows = await ExportedAsync(account);

        Assert.That(
            rows.Select(row => (row["sale_status"], row["sale_paid_at"], row["loss_reason"])),
            Is.EqualTo([("", "", ""), ("lost", "", "Дорого")])
        );
        var entered = (await StagesAsync(account)).Single(stage => stage.Status == CrmStage.Lost).Heading;
        Assert.That(rows.Select(row => row[entered]), Is.EqualTo(["", Time(Closed)]));
    }

    private static async Task<List<Dictionary<string, string>>> ExportedAsync(TestAccount account)
    {
        var answer = await account.Client.GetAsync(account.Url("/api/export/leads"));
        return CsvAnswer.Read(await CsvAnswer.CsvAsync(answer));
    }

    private static async Task<List<(string Heading, long Status)>> StagesAsync(TestAccount account) =>
        [
            .. from pipeline in (await account.GetAsync("/api/amocrm/pipelines")).List("pipelines")
            from stage in pipeline.List("stages")
            let name = pipeline.Text("pipeline_name")!.Replace("=", "'=", StringComparison.Ordinal)
            let ids = $"({pipeline.Number("pipeline_id")}/{stage.Number("status_id")})"
            select ($"{name} / {stage.Text("status_name")} {ids}", stage.Number("status_id")!.Value),
        ];

    private static string Time(long seconds) => Time(DateTimeOffset.FromUnixTimeSeconds(seconds));

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
