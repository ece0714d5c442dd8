namespace AmoCrmQualification.Integration.Tests.Ledger;

internal sealed class DeletionTests : ApiTest
{
    private static readonly string s_delete = LeadForm.Delete(7);
    private static readonly string s_otherDelete = LeadForm.Build("delete", 1, [("id", "7")]);
    private static readonly string s_restore = LeadForm.Restore(7, 11, 22, LeadForm.T0);

    [Test]
    public async Task The_latest_of_delete_and_restore_wins()
    {
        var (account, lead) = await LeadAsync();

        Assert.That(await IsDeletedAfterAsync(account, lead, s_delete), Is.True);
        Assert.That(await IsDeletedAfterAsync(account, lead, s_restore), Is.False);
        Assert.That(await IsDeletedAfterAsync(account, lead, s_otherDelete), Is.True);
    }

    [Test]
    public async Task A_delete_that_amoCRM_repeats_after_the_restore_counts_at_its_first_time()
    {
        var (account, lead) = await LeadAsync();

        Assert.That(await IsDeletedAfterAsync(account, lead, s_delete, s_restore, s_delete), Is.False);
    }

    [Test]
    public async Task A_delete_that_is_replayed_after_the_restore_changes_nothing()
    {
        var (account, lead) = await LeadAsync();
        await account.DeliverAsync(s_delete, s_restore);
        var delete = (await account.DeliveriesAsync())[^1];

        await account.ReplayAsync(delete);

        Assert.That((await account.LeadByIdAsync(lead)).Flag("is_deleted"), Is.False);
    }

    [Test]
    public async Task The_stage_in_a_restore_counts_at_the_time_it_was_modified()
    {
        var (account, lead) = await LeadAsync();

        await account.DeliverAsync(LeadForm.Status(7, 11, 23, LeadForm.T0 + 10), s_delete, s_restore);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0", "11/22 > 11/23 @10"]));
        Assert.That((await account.LeadByIdAsync(lead)).Stage(), Is.EqualTo("11/23"));
    }

    [Test]
    public async Task A_restore_without_a_stage_brings_the_lead_back_all_the_same()
    {
        var (account, lead) = await LeadAsync();

        Assert.That(await IsDeletedAfterAsync(account, lead, s_delete, LeadForm.Build("restore", 0, [("id", "7")])), Is.False);
    }

    [Test]
    public async Task A_deleted_lead_is_not_counted_and_a_restored_one_is()
    {
        var (account, _) = await LeadAsync();
        var there = await CountedAsync(account);

        await account.DeliverAsync(s_delete);
        var deleted = await CountedAsync(account);
        await account.DeliverAsync(s_restore);

        Assert.That((there, deleted, await CountedAsync(account)), Is.EqualTo((1L, 0L, 1L)));
    }

    private async Task<(TestAccount Account, JsonElement Lead)> LeadAsync()
    {
        var account = await UnconnectedAccountAsync();
        return (account, await account.LinkedLeadAsync(7));
    }

    private static async Task<bool> IsDeletedAfterAsync(TestAccount account, JsonElement lead, params string[] forms)
    {
        await account.DeliverAsync(forms);
        return (await account.LeadByIdAsync(lead)).Flag("is_deleted");
    }

    private static async Task<long> CountedAsync(TestAccount account) =>
        (await account.GetAsync("/api/amocrm/qualification-stats"))
            .GetProperty("stats")
            .EnumerateArray()
            .Sum(row => row.GetProperty("total_leads").GetInt64());
}
