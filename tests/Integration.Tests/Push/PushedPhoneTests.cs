namespace AmoCrmQualification.Integration.Tests.Push;

/// <summary>Contacts at amoCRM that are known by a phone, whatever its country and however it is written.</summary>
internal sealed class PushedPhoneTests : PushTest
{
    [TestCase("AM", "+37477123456", "077 12 34 56")]
    [TestCase("AM", "077 12 34 56", "8 (077) 12-34-56")]
    [TestCase("EE", "+372 512 3456", "512 3456")]
    [TestCase("GE", "+995555123456", "555 12 34 56")]
    [TestCase("AZ", "+994401234567", "040 123 45 67")]
    [TestCase("SG", "+6591234567", "9123 4567")]
    [TestCase("DK", "+4520123456", "20 12 34 56")]
    [TestCase("NO", "+4740612345", "406 12 345")]
    [TestCase("UA", "+380501234567", "8 050 123 45 67")]
    [TestCase("BR", "+55 31 99876-5432", "553198765432")]
    [TestCase("BR", "+55 31 9876-5432", "(31) 99876-5432")]
    public async Task A_contact_with_its_phone_in_national_form_is_used_in_every_country(
        string country,
        string phone,
        string typed
    )
    {
        var account = await SellerAsync(new { default_country = country });
        var contact = account.Crm.Contacts.Add("Anna", typed);

        var pushed = await PushedAsync(account, await TakeInAsync(account, phone));

        Assert.That(pushed.Number("amocrm_contact_id"), Is.EqualTo(contact.Id));
        Assert.That(account.Crm.Contacts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Two_leads_of_one_Brazilian_share_a_contact_with_the_ninth_digit_and_without()
    {
        var account = await SellerAsync(new { default_country = "BR" });
        var form = await PushedAsync(account, await TakeInAsync(account, "+55 31 99876-5432"));

        var chat = await PushedAsync(
            account,
            await account.LeadAsync(new { source_type = "whatsapp", chat_id = "553198765432@s.whatsapp.net" })
        );

        Assert.That(chat.Number("amocrm_contact_id"), Is.EqualTo(form.Number("amocrm_contact_id")));
        Assert.That(account.Crm.Contacts.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_chat_id_in_the_field_for_the_phone_is_not_written_as_one()
    {
        var account = await SellerAsync();

        var pushed = await PushedAsync(account, await TakeInAsync(account, "8613912345678@lid"));

        var contact = account.Crm.Contacts.Get(pushed.Number("amocrm_contact_id")!.Value);
        Assert.That(contact.Fields, Is.Empty);
    }
}
