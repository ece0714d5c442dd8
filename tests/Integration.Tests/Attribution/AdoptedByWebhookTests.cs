namespace AmoCrmQualification.Integration.Tests.Attribution;

internal sealed class AdoptedByWebhookTests : AdoptionTest
{
    [Test]
    public async Task A_deal_that_no_lead_has_becomes_a_lead_with_its_history_and_marks()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            Hook(70001, fields: [("UTM_SOURCE", "facebook"), ("UTM_CONTENT", "120210000000000001"), ("Город", "Казань")]),
            Hook(70001, "status", Talks, Monday.AddHours(1))
        );

        var lead = await account.LeadByIdAsync(await OnlyLeadAsync(account));
        Assert.Multiple(() =>
        {
            Assert.That(lead.Text("source_type"), Is.EqualTo("crm"));
            Assert.That(lead.Text("amocrm_push"), Is.EqualTo("not_needed"));
            Assert.That(lead.Number("amocrm_lead_id"), Is.EqualTo(70001));
            Assert.That(lead.Number("current_status_id"), Is.EqualTo(Talks));
            Assert.That(lead.GetProperty("created_at").GetDateTimeOffset(), Is.EqualTo(Monday));
            Assert.That(lead.Text("utm_source"), Is.EqualTo("facebook"));
            Assert.That(lead.Number("responsible_user_id"), Is.EqualTo(77));
            Assert.That(lead.Number("deal_price"), Is.EqualTo(5000));
        });
        var history = await account.HistoryAsync(lead);
        Assert.That(history.Select(row => row.Number("to_status_id")), Is.EqualTo([New, Talks]));
    }

    [Test]
    public async Task Where_nothing_is_adopted_the_deal_stays_outside()
    {
        var account = await AdoptingAsync("off");
        await account.DeliverAsync(Hook(70002, fields: ("UTM_SOURCE", "facebook")));

        Assert.That(await account.ItemsAsync("/api/leads"), Is.Empty);
    }

    [Test]
    public async Task With_marks_adopts_once_the_deal_has_one()
    {
        var account = await AdoptingAsync("with_marks");
        await account.DeliverAsync(Hook(70003), Hook(70004, fields: ("Город", "Казань")));
        Assert.That(await account.ItemsAsync("/api/leads"), Is.Empty);

        await account.DeliverAsync(Hook(70003, "update", at: Monday.AddHours(1), fields: ("GCLID", "Cj0KCQ")));
        Assert.That((await OnlyLeadAsync(account)).Number("amocrm_lead_id"), Is.EqualTo(70003));
    }

    [Test]
    public async Task A_deal_older_than_the_limit_or_of_another_pipeline_stays_outside()
    {
        var account = await UnconnectedAccountAsync(new { adopt_from = "2026-03-02", time_zone = "Europe/Moscow" });
        var midnight = new DateTimeOffset(2026, 3, 1, 21, 0, 0, TimeSpan.Zero); // in Moscow
        await account.DeliverAsync(Hook(70005, createdAt: midnight.AddSeconds(-1)), Hook(70006, createdAt: midnight));
        Assert.That((await OnlyLeadAsync(account)).Number("amocrm_lead_id"), Is.EqualTo(70006));

        var other = await UnconnectedAccountAsync(new { adopt_pipelines = new[] { 999L } });
        await other.DeliverAsync(Hook(70007));
        Assert.That(await other.ItemsAsync("/api/leads"), Is.Empty);
    }

    [Test]
    public async Task A_deletion_of_an_unknown_deal_makes_no_lead_and_one_of_an_adopted_deal_marks_it()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(
            "leads[delete][0][id]=70008&leads[delete][0][status_id]=501&leads[delete][0][pipeline_id]=301"
        );
        Assert.That(await account.ItemsAsync("/api/leads"), Is.Empty);

        await account.DeliverAsync(Hook(70009), "leads[delete][0][id]=70009");
        Assert.That((await OnlyLeadAsync(account)).GetProperty("is_deleted").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Intake_with_the_deals_id_takes_the_adopted_lead_over()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(Hook(70010, fields: ("UTM_CONTENT", "video_3")));
        var adopted = await OnlyLeadAsync(account);

        var taken = await account.LinkedLeadAsync(70010);

        var only = await OnlyLeadAsync(account);
        var gone = await account.Client.GetAsync($"/api/leads/{adopted.Id()}");
        Assert.Multiple(() =>
        {
            Assert.That(only.Id(), Is.EqualTo(taken.Id()));
            Assert.That(only.Number("current_status_id"), Is.EqualTo(New));
            Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        });
        Assert.That(await account.HistoryAsync(taken), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Intake_before_the_webhook_ends_in_the_same_lead()
    {
        var account = await AdoptingAsync();
        var taken = await account.LinkedLeadAsync(70011);
        await account.DeliverAsync(Hook(70011));

        Assert.That((await OnlyLeadAsync(account)).Id(), Is.EqualTo(taken.Id()));
    }

    [Test]
    public async Task A_tag_names_the_lead_that_the_deal_is_of()
    {
        var account = await AdoptingAsync();
        var lead = await account.LeadAsync(
            new
            {
                source_type = "website",
                phone = "+79161234567",
                push = false,
            }
        );
        await account.DeliverAsync(Hook(70012) + $"&leads[add][0][tags][0][id]=1&leads[add][0][tags][0][name]=lead:{lead.Id()}");

        var only = await OnlyLeadAsync(account);
        Assert.Multiple(() =>
        {
            Assert.That(only.Id(), Is.EqualTo(lead.Id()));
            Assert.That(only.Number("amocrm_lead_id"), Is.EqualTo(70012));
            Assert.That(only.Number("current_status_id"), Is.EqualTo(New));
        });
    }

    [Test]
    public async Task An_erased_lead_takes_no_marks_any_more()
    {
        var account = await AdoptingAsync();
        await account.DeliverAsync(Hook(70013, fields: ("UTM_CONTENT", "secret_mark")));
        var lead = await OnlyLeadAsync(account);
        await JsonAsync(await account.Client.DeleteAsync($"/api/leads/{lead.Id()}"), HttpStatusCode.NoContent);
        await account.DeliverAsync(Hook(70013, "update", at: Monday.AddHours(1), fields: ("UTM_CONTENT", "secret_mark_2")));

        var erased = await account.LeadByIdAsync(lead);
        var left = await account.Service.ScalarAsync<long>(
            "SELECT count(*) FROM lead_marks WHERE user_account_id = $1",
            account.Id
        );
        Assert.Multiple(() =>
        {
            Assert.That(erased.GetRawText(), Does.Not.Contain("secret_mark"));
            Assert.That(left, Is.Zero);
        });
    }

    [Test]
    public async Task Limits_of_adoption_are_set_and_taken_away()
    {
        var account = await AdoptingAsync();
        var path = $"/api/user-accounts/{account.Id}";
        var limited = await JsonAsync(
            await account.Client.PatchAsJsonAsync(path, new { adopt_from = "2026-03-01", adopt_pipelines = new[] { 7, 5, 7 } })
        );
        var freed = await JsonAsync(
            await account.Client.PatchAsJsonAsync(path, new { adopt_from = (string?)null, adopt_pipelines = (long[]?)null })
        );
        Assert.Multiple(() =>
        {
            Assert.That(limited.Text("adopt_from"), Is.EqualTo("2026-03-01"));
            Assert.That(limited.GetProperty("adopt_pipelines").GetRawText(), Is.EqualTo("[5,7]"));
            Assert.That(freed.IsNull("adopt_from"), Is.True);
            Assert.That(freed.IsNull("adopt_pipelines"), Is.True);
            Assert.That(freed.Text("adopt_deals"), Is.EqualTo("all"));
        });
        await ProblemAsync(
            await account.Client.PatchAsJsonAsync(path, new { adopt_pipelines = Array.Empty<long>() }),
            HttpStatusCode.BadRequest,
            "validation_error",
            "pipelines_invalid"
        );
    }

    [Test]
    public async Task Intake_cannot_say_that_a_lead_is_of_the_crm()
    {
        var account = await AdoptingAsync();
        var refused = await account.Client.PostAsJsonAsync(
            account.Url("/api/leads"),
            new { source_type = "crm", phone = "+79161234567" }
        );
        await ProblemAsync(refused, HttpStatusCode.BadRequest, "validation_error");
    }
}
