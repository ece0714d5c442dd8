namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class IntakePhoneTests : ApiTest
{
    [TestCase("RU", "8 (701) 123-45-67", "+77011234567")]
    [TestCase("RU", "9123456789", "+79123456789")]
    [TestCase("RU", "8 (916) 123-45-67", "+79161234567")]
    [TestCase("RU", "+7 916 123 45 67", "+79161234567")]
    [TestCase("RU", "810 49 30 901820", "+4930901820")]
    [TestCase("RU", "00 49 30 901820", "+4930901820")]
    [TestCase("RU", "+7 916 123-45-67 доб. 12", "+79161234567")]
    [TestCase("RU", "+79161234567, +79167654321", "+79161234567")]
    [TestCase("KZ", "8 701 123 45 67", "+77011234567")]
    [TestCase("DE", "030 901820", "+4930901820")]
    [TestCase("RU", "+8 (495) 123-45-67", "+74951234567")]
    [TestCase("KZ", "+8 701 123 45 67", "+77011234567")]
    [TestCase("RU", "+84912345678", "+84912345678")]
    [TestCase("UA", "8 050 123 45 67", "+380501234567")]
    [TestCase("UZ", "8 90 123 45 67", "+998901234567")]
    [TestCase("RU", "79161234567.0", "+79161234567")]
    [TestCase("RU", "7.9161234567E10", "+79161234567")]
    [TestCase("RU", "8613912345678@lid", null)]
    [TestCase("RU", "79161234567@newsletter", null)]
    [TestCase("RU", "12", null)]
    [TestCase("RU", "1", null)]
    public async Task A_phone_is_kept_as_typed_and_read_in_the_country_of_the_account(string country, string typed, string? e164)
    {
        var account = await UnconnectedAccountAsync(new { default_country = country });

        var lead = await account.LeadAsync(new { source_type = "website", phone = typed });

        Assert.That((lead.Text("phone"), lead.Text("phone_e164")), Is.EqualTo((typed, e164)));
    }

    [TestCase("79161234567@c.us", "+79161234567")]
    [TestCase("79161234567@s.whatsapp.net", "+79161234567")]
    [TestCase("120363025246125486@g.us", null)]
    [TestCase("77015550011", "+77015550011")]
    [TestCase("whatsapp:+77015550011", "+77015550011")]
    [TestCase("8613912345678@lid", null)]
    [TestCase("telegram:7", null)]
    public async Task A_chat_of_WhatsApp_tells_the_phone(string chat, string? e164)
    {
        var account = await UnconnectedAccountAsync();

        var lead = await account.LeadAsync(new { source_type = "whatsapp", chat_id = chat });

        Assert.That((lead.Text("chat_id"), lead.Text("phone"), lead.Text("phone_e164")), Is.EqualTo((chat, (string?)null, e164)));
    }

    [Test]
    public async Task Bare_digits_are_a_phone_to_WhatsApp_alone()
    {
        var account = await UnconnectedAccountAsync();

        var lead = await account.LeadAsync(new { source_type = "website", chat_id = "77015550011" });

        Assert.That(lead.Text("phone_e164"), Is.Null);
    }

    [Test]
    public async Task A_chat_tells_the_phone_where_the_field_for_it_does_not()
    {
        var account = await UnconnectedAccountAsync();

        var lead = await account.LeadAsync(
            new
            {
                source_type = "whatsapp",
                phone = "8613912345678@lid",
                chat_id = "79161234567@c.us",
            }
        );

        Assert.That(lead.Text("phone_e164"), Is.EqualTo("+79161234567"));
    }

    [Test]
    public async Task A_change_of_the_country_counts_for_leads_that_come_later()
    {
        var account = await UnconnectedAccountAsync();
        var before = await account.LeadAsync(new { source_type = "website", phone = "030 901820" });
        await account.Client.AskAsync(HttpMethod.Patch, $"/api/user-accounts/{account.Id}", new { default_country = "DE" });

        var after = await account.LeadAsync(new { source_type = "website", phone = "030 901820" });

        Assert.That(before.Text("phone_e164"), Is.Not.EqualTo("+4930901820"));
        Assert.That(after.Text("phone_e164"), Is.EqualTo("+4930901820"));
    }
}
