using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Infrastructure.Phones;

namespace AmoCrmQualification.Application.Tests.Phones;

public sealed class PhoneNumbersTests
{
    private static readonly PhoneReader Phones = new();

    [TestCase("8 (701) 123-45-67", "RU", "+77011234567")]
    [TestCase("8 (701) 123-45-67", "KZ", "+77011234567")]
    [TestCase("9123456789", "RU", "+79123456789")]
    [TestCase("89123456789", "RU", "+79123456789")]
    [TestCase("79123456789", "RU", "+79123456789")]
    [TestCase("+7 912 345-67-89", "DE", "+79123456789")]
    [TestCase("810 998 90 123 45 67", "RU", "+998901234567")]
    [TestCase("810 7 912 345 67 89", "UZ", "+79123456789")]
    [TestCase("00 7 912 345 67 89", "RU", "+79123456789")]
    [TestCase("00 49 30 1234567", "RU", "+49301234567")]
    [TestCase("011 7 912 345 67 89", "US", "+79123456789")]
    [TestCase("19651796212", "RU", "+19651796212")]
    [TestCase("998901234567", "RU", "+998901234567")]
    public void The_contracts_forms_are_read(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("+8 912 345 67 89")]
    [TestCase("+7 (8) 912 345 67 89")]
    [TestCase("+007 912 345 67 89")]
    [TestCase("тел: 8 912 345 67 89")]
    [TestCase("8\u00A0912\u00A0345\u201167\u201089")]
    [TestCase("\u202A+7 912 345\u201167\u201189\u202C")]
    [TestCase("８（９１２）３４５－６７－８９")]
    [TestCase("＋７９１２３４５６７８９")]
    [TestCase("٨٩١٢٣٤٥٦٧٨٩")]
    [TestCase("8\uFE0F\u20E39\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E3345 67 89")]
    [TestCase("tel:+7-912-345-67-89;ext=12")]
    [TestCase("%2B79123456789")]
    [TestCase("'+79123456789")]
    [TestCase("8/912/345-67-89")]
    [TestCase("2-й телефон 8 912 345 67 89 (Иван)")]
    [TestCase("кв. 12, 89123456789")]
    [TestCase("12/89123456789")]
    public void What_stands_around_the_number_does_not_matter(string typed) =>
        Assert.That(Phones.ToE164(typed, "RU"), Is.EqualTo("+79123456789"));

    [TestCase("+7 912 345 67 89 доб. 12")]
    [TestCase("+7 912 345 67 89 ext 5")]
    [TestCase("+7 912 345 67 89x5")]
    [TestCase("+7 912 345 67 89 #12")]
    [TestCase("+7 912 345 67 89,12")]
    [TestCase("+7 912 345 67 89;ext=12")]
    [TestCase("+7 912 345 67 89 , +7 913 123 45 67")]
    [TestCase("+7 912 345 67 89/8 913 123 45 67")]
    [TestCase("+7 912 345 67 89; 8 913 123 45 67")]
    [TestCase("+7 912 345 67 89\n8 913 123 45 67")]
    [TestCase("8 912 345 67 89 или 8 913 123 45 67")]
    [TestCase("8 912 345 67 89 8 913 123 45 67")]
    [TestCase("89123456789 89131234567 89141234567")]
    [TestCase("8 912 345-67-89/90")]
    public void Extensions_and_second_numbers_are_cut_off(string typed) =>
        Assert.That(Phones.ToE164(typed, "RU"), Is.EqualTo("+79123456789"));

    [TestCase("", "RU")]
    [TestCase(null, "RU")]
    [TestCase("нет", "RU")]
    [TestCase("12345", "RU")]
    [TestCase("123-45-67", "RU")]
    [TestCase("8 912 345 67 8", "RU")]
    [TestCase("7 912 345 67 8", "KZ")]
    [TestCase("+7 912 345 67 8", "RU")]
    [TestCase("8 912 345 67 890", "RU")]
    [TestCase("+7 (___) ___-__-__", "RU")]
    [TestCase("2345678901", "RU")]
    [TestCase("89123456789 123", "RU")]
    [TestCase("4276 1234 5678 9012", "RU")]
    [TestCase("9123456789", "XX")]
    [TestCase("доб. 1234567", "DE")]
    [TestCase("+", "RU")]
    public void A_text_without_a_whole_number_gives_nothing(string? typed, string country) =>
        Assert.That(Phones.ToE164(typed, country), Is.Null);

    [TestCaseSource(nameof(Table))]
    public void It_agrees_with_libphonenumber(string typed, string country, string? expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("+521 55 1234 5678", ExpectedResult = "+525512345678")]
    [TestCase("044 55 1234 5678", ExpectedResult = "+525512345678")]
    public string? The_mobile_digit_that_Mexico_abolished_is_dropped(string typed) => Phones.ToE164(typed, "MX");

    [TestCase("79991234567@s.whatsapp.net", ExpectedResult = "+79991234567")]
    [TestCase("79991234567@c.us", ExpectedResult = "+79991234567")]
    [TestCase("79991234567:12@s.whatsapp.net", ExpectedResult = "+79991234567")]
    [TestCase("79991234567.0:12@S.WhatsApp.net ", ExpectedResult = "+79991234567")]
    [TestCase("5215512345678@c.us", ExpectedResult = "+525512345678")]
    [TestCase("120363041234567890@g.us", ExpectedResult = null)]
    [TestCase("79991234567-1600000000@g.us", ExpectedResult = null)]
    [TestCase("79991234567-16@c.us", ExpectedResult = null)]
    [TestCase("123456789012345@lid", ExpectedResult = null)]
    [TestCase("status@broadcast", ExpectedResult = null)]
    [TestCase("79991234567", ExpectedResult = null)]
    [TestCase("@c.us", ExpectedResult = null)]
    [TestCase(":1@c.us", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(null, ExpectedResult = null)]
    public string? A_personal_chat_id_names_a_phone(string? chatId) => Phones.FromChatId(chatId);

    [TestCase("RU", ExpectedResult = true)]
    [TestCase("kz", ExpectedResult = true)]
    [TestCase("XX", ExpectedResult = false)]
    [TestCase("001", ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public bool Countries_are_known_by_their_two_letters(string? country) => Phones.KnowsCountry(country);

    [TestCase("нет телефона", ExpectedResult = false)]
    [TestCase("٨", ExpectedResult = true)]
    [TestCase("№ 5", ExpectedResult = true)]
    [TestCase(null, ExpectedResult = false)]
    public bool A_text_has_a_digit_or_not(string? text) => PhoneDigits.HasDigit(text);

    private static IEnumerable<TestCaseData> Table()
    {
        using var reader = new StreamReader(typeof(PhoneNumbersTests).Assembly.GetManifestResourceStream("phones.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var typed, var country, var phone])
                yield return new TestCaseData(typed, country, phone.Length > 0 ? phone : null);
        }
    }
}
