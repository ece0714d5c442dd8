namespace AmoCrmQualification.Integration.Tests.Inbox;

/// <summary>A delivery is taken whatever it says it is, and read as what it is.</summary>
internal sealed class ContentTypeTests : ApiTest
{
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/x-www-form-urlencoded; charset=windows-1251")]
    [TestCase("application/json")]
    [TestCase("text/plain; charset=utf-8")]
    [TestCase("multipart/form-data; boundary=x")]
    [TestCase("multipart/form-data")]
    [TestCase("application/octet-stream")]
    [TestCase("application/vnd.amocrm+json")]
    [TestCase("nonsense")]
    [TestCase("")]
    [TestCase(null)]
    public async Task A_form_of_any_content_type_moves_the_lead(string? contentType)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverRawAsync(LeadForm.Status(7, 11, 22, LeadForm.T0, oldStatus: 21), contentType);

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/21 > 11/22 @0"]));
    }

    [TestCase("""{"leads":{"status":[{"id":7,"status_id":22,"pipeline_id":11,"last_modified":1790000000}]}}""")]
    [TestCase("""{"leads":{"status":{"3":{"id":"7","status_id":"22","pipeline_id":"11","last_modified":"1790000000"}}}}""")]
    [TestCase(
        """{"leads[status][0][id]":7,"leads[status][0][status_id]":"22","leads[status][0][pipeline_id]":11,"leads[status][0][last_modified]":1790000000}"""
    )]
    [TestCase("""{"leads[status]":[{"id":7,"status_id":22.0,"pipeline_id":11,"updated_at":1790000000}]}""")]
    [TestCase(
        """{"leads":{"status":[null,{"id":7,"status_id":22,"pipeline_id":11,"last_modified":0,"updated_at":1790000000,"old_status_id":null,"old_pipeline_id":false,"price":"","tags":[],"custom_fields":{}}]}}"""
    )]
    public async Task JSON_with_nested_or_bracketed_keys_is_understood_like_the_form(string json)
    {
        var account = await UnconnectedAccountAsync();
        var lead = await account.LinkedLeadAsync(7);

        await account.DeliverRawAsync(json, "application/json");

        Assert.That(await account.WayAsync(lead), Is.EqualTo(["-/- > 11/22 @0"]));
        Assert.That((await account.HistoryAsync(lead)).Single().GetProperty("webhook_data").Text("id"), Is.EqualTo("7"));
    }

    [Test]
    public async Task JSON_may_add_move_delete_and_come_from_another_account()
    {
        var account = await AccountAsync();
        var (moved, deleted) = (await account.LinkedLeadAsync(7), await account.LinkedLeadAsync(8));
        var foreign = account.Crm.Id + 1;

        await account.DeliverRawAsync(
            """{"account":{"id":1234},"leads":{"status":[{"id":7,"status_id":22,"pipeline_id":11}]}}""".Replace(
                "1234",
                $"{foreign}",
                StringComparison.Ordinal
            ),
            "application/json"
        );
        var setAside = await account.ToldAsync();
        await account.DeliverRawAsync(
            """{"leads":{"add":[{"id":7,"status_id":21,"pipeline_id":11,"updated_at":1790000000}],"delete":[{"id":8}]},"contacts":{"update":[{"id":3,"type":"contact"}]}}""",
            "application/json"
        );

        Assert.That(setAside, Is.EqualTo(["lead 7 status: set_aside (foreign_account)"]));
        Assert.That(
            await account.ToldAsync(),
            Is.EqualTo(["lead 7 add: applied", "lead 8 delete: applied", "contact 3 update: ignored"])
        );
        Assert.That(await account.WayAsync(moved), Is.EqualTo(["-/- > 11/21 @0"]));
        Assert.That((await account.LeadByIdAsync(deleted)).Flag("is_deleted"));
    }

    [TestCase(
        "--x\r\nContent-Disposition: form-data; name=\"leads[status][0][id]\"\r\n\r\n7\r\n--x--\r\n",
        "multipart/form-data; boundary=x",
        "multipart_body"
    )]
    [TestCase("Сделка перешла на новый этап", "text/plain", "no_entities")]
    [TestCase("<leads><status id='7'/></leads>", "application/xml", "no_entities")]
    [TestCase("", null, "empty_body")]
    [TestCase("{\"leads\"", "application/json", "invalid_json")]
    public async Task What_cannot_be_read_is_processed_with_the_reason_and_shown_as_it_came(
        string body,
        string? contentType,
        string error
    )
    {
        var account = await UnconnectedAccountAsync();

        await account.DeliverRawAsync(body, contentType);

        var delivery = await account.LatestDeliveryAsync();
        Assert.That(
            (delivery.Text("state"), delivery.Text("error"), delivery.Text("raw_body")),
            Is.EqualTo(("processed", error, body))
        );
    }

    [TestCase("GET")]
    [TestCase("HEAD")]
    public async Task The_address_answers_amoCRMs_probe(string method)
    {
        var account = await UnconnectedAccountAsync();
        using var nobody = Service.Client(key: null);

        foreach (var address in new[] { account.WebhookUrl, "/api/webhooks/amocrm" })
        {
            using var answer = await nobody.SendAsync(new(new(method), address));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.Empty);
        }
    }
}
