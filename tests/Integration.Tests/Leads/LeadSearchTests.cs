namespace AmoCrmQualification.Integration.Tests.Leads;

internal sealed class LeadSearchTests : ApiTest
{
    [TestCase("Тарасова Светлана")]
    [TestCase("светлана тарасова")]
    [TestCase("светлана тарас")]
    [TestCase("«Светлана», Алена")]
    [TestCase("Алёна Тарасова")]
    [TestCase("тарасова 8 916")]
    [TestCase("123-45-67 Тарасова")]
    [TestCase("тарасова mail.example")]
    [TestCase("8 916")]
    [TestCase("8 (916) 123-45-67")]
    [TestCase("8-916-123-45-67")]
    [TestCase("+7 (916) 123")]
    [TestCase("7916")]
    [TestCase("916 123")]
    [TestCase("45 67")]
    [TestCase("4567")]
    [TestCase("810 7 916 123")]
    [TestCase("007916123")]
    [TestCase("8\u00A0916\u00A0123\u201145\u201167")]
    [TestCase("８９１６１２３")]
    [TestCase("svetlana@mail.example")]
    [TestCase("120210123456789012")]
    [TestCase("120210")]
    [TestCase("ad-77")]
    [TestCase("7002")]
    [TestCase("№7002")]
    [TestCase("№ 7002")]
    public async Task A_search_finds_words_in_any_order_a_phone_in_any_form_and_the_ids_of_deal_and_ad(string search)
    {
        var account = await UnconnectedAccountAsync();
        var svetlana = await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Светлана Алёна Тарасова",
                phone = "8 (916) 123-45-67",
                email = "Svetlana@Mail.example",
                ad_id = "120210123456789012",
                utm_content = "AD-77",
                amocrm_lead_id = 7002,
            }
        );
        await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Светлана Иванова",
                phone = "+7 495 391-62-23",
                ad_id = "99",
            }
        );

        Assert.That(await FoundAsync(account, $"search={Uri.EscapeDataString(search)}"), Is.EqualTo([svetlana.Id()]));
    }

    [TestCase("Тарасова Пётр")]
    [TestCase("916 Иванова")]
    [TestCase("8 300")] // its number begins with 495
    [TestCase("+300")]
    [TestCase("7003")]
    public async Task A_search_finds_nobody_who_lacks_a_word(string search)
    {
        var account = await UnconnectedAccountAsync();
        await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Светлана Тарасова",
                phone = "8 (916) 123-45-67",
            }
        );
        await account.LeadAsync(
            new
            {
                source_type = "website",
                name = "Светлана Иванова",
                phone = "+7 495 300-22-33",
            }
        );

        Assert.That(await FoundAsync(account, $"search={Uri.EscapeDataString(search)}"), Is.Empty);
    }

    [TestCase("8 050 123", "UA", "+380 50 123 45 67")]
    [TestCase("050 123", "UA", "+380 50 123 45 67")]
    [TestCase("0151 234", "DE", "+49 151 23456789")]
    [TestCase("12-34", "RU", "12 34 5")] // no number of any plan: found as it was typed
    public async Task A_phone_of_any_country_is_found_as_people_there_type_it(string search, string country, string phone)
    {
        var account = await UnconnectedAccountAsync(new { default_country = country });
        var lead = await account.LeadAsync(new { source_type = "website", phone });

        Assert.That(await FoundAsync(account, $"search={Uri.EscapeDataString(search)}"), Is.EqualTo([lead.Id()]));
    }

    private static async Task<IEnumerable<Guid>> FoundAsync(TestAccount account, string query) =>
        (await account.ItemsAsync($"/api/leads?{query}")).Select(lead => lead.Id());
}
