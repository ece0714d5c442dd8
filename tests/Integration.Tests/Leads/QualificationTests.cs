using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class QualificationTests : ApiTest
{
    private static readonly DateTimeOffset s_t0 = DateTimeOffset.FromUnixTimeSeconds(LeadForm.T0);

    [Test]
    public async Task Won_qualifies_in_the_pipeline_where_it_is_flagged_and_not_in_the_other()
    {
        var (account, sales) = await SyncedAsync();
        var service = account.Crm.Pipelines.Add("Сервис", "Новая");
        await account.SyncAsync();
        await account.FlagAsync(service.Id, CrmStage.Won, isQualified: false);
        var (sold, served) = (await account.LinkedLeadAsync(1), await account.LinkedLeadAsync(2));

        await account.DeliverAsync(
            LeadForm.Status(1, sales.Id, CrmStage.Won, LeadForm.T0),
            LeadForm.Status(2, service.Id, CrmStage.Won, LeadForm.T0)
        );

        Assert.That((await account.LeadByIdAsync(sold)).Flag("is_qualified"), Is.True);
        Assert.That((await account.LeadByIdAsync(served)).Flag("is_qualified"), Is.False);
    }

    [Test]
    public async Task The_moment_of_qualification_stays_when_the_lead_moves_on_and_a_late_report_makes_it_earlier()
    {
        var (account, sales) = await SyncedAsync();
        await account.FlagAsync(sales.Id, sales["Квалифицирован"]);
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(Move(sales, "Квалифицирован", at: 10), Move(sales, "Новая", at: 20));
        var movedOn = await account.LeadByIdAsync(lead);
        await account.DeliverAsync(Move(sales, "Квалифицирован", at: 5));

        Assert.Multiple(() =>
        {
            Assert.That(movedOn.Flag("is_qualified"), Is.False);
            Assert.That(movedOn.Time("first_qualified_at"), Is.EqualTo(s_t0.AddSeconds(10)));
        });
        Assert.That((await account.LeadByIdAsync(lead)).Time("first_qualified_at"), Is.EqualTo(s_t0.AddSeconds(5)));
    }

    [Test]
    public async Task A_lead_in_an_unknown_stage_qualifies_once_a_sync_knows_the_stage()
    {
        var account = await AccountAsync();
        var sales = account.Crm.Pipelines.Add("Продажи", "Новая");
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverAsync(LeadForm.Status(7, sales.Id, CrmStage.Won, LeadForm.T0));
        var before = await account.LeadByIdAsync(lead);
        await account.SyncAsync();

        var after = await account.LeadByIdAsync(lead);
        Assert.Multiple(() =>
        {
            Assert.That(before.Flag("is_qualified"), Is.False);
            Assert.That(before.Time("first_qualified_at"), Is.Null);
            Assert.That(after.Flag("is_qualified"), Is.True);
            Assert.That(after.Time("first_qualified_at"), Is.EqualTo(s_t0));
        });
    }

    [Test]
    public async Task Flagging_recalculates_leads_that_are_in_the_stage_and_dates_those_that_ever_were()
    {
        var (account, sales) = await SyncedAsync();
        var (there, gone, never) = (
            await account.LinkedLeadAsync(7),
            await account.LinkedLeadAsync(8),
            await account.LinkedLeadAsync(9)
        );
        await account.DeliverAsync(
            Move(sales, "Квалифицирован", 10),
            Move(sales, "Квалифицирован", 10, deal: 8),
            Move(sales, "Новая", 20, deal: 8),
            Move(sales, "Новая", 20, deal: 9)
        );

        var flagged = await account.FlagAsync(sales.Id, sales["Квалифицирован"]);
        var again = await account.FlagAsync(sales.Id, sales["Квалифицирован"]);
        var whileFlagged = await StatusesAsync(account, there, gone, never);
        var unflagged = await account.FlagAsync(sales.Id, sales["Квалифицирован"], isQualified: false);

        DateTimeOffset? entered = s_t0.AddSeconds(10);
        Assert.That((flagged, again, unflagged), Is.EqualTo(((long?)1, (long?)0, (long?)1)));
        Assert.That(whileFlagged, Is.EqualTo([(true, entered), (false, entered), (false, null)]));
        Assert.That(
            await StatusesAsync(account, there, gone, never),
            Is.EqualTo(Enumerable.Repeat<(bool, DateTimeOffset?)>((false, null), 3))
        );
    }

    private async Task<(TestAccount, CrmPipeline)> SyncedAsync()
    {
        var account = await AccountAsync();
        var sales = account.Crm.Pipelines.Add("Продажи", "Новая", "Квалифицирован");
        await account.SyncAsync();
        return (account, sales);
    }

    private static string Move(CrmPipeline pipeline, string stage, int at, long deal = 7) =>
        LeadForm.Status(deal, pipeline.Id, pipeline[stage], LeadForm.T0 + at);

    private static async Task<IReadOnlyList<(bool IsQualified, DateTimeOffset? Since)>> StatusesAsync(
        TestAccount account,
        params IEnumerable<JsonElement> leads
    )
    {
        var now = await Task.WhenAll(leads.Select(account.LeadByIdAsync));
        return [.. now.Select(lead => (lead.Flag("is_qualified"), lead.Time("first_qualified_at")))];
    }
}
