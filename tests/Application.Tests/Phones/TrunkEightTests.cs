using AmoCrmQualification.Infrastructure.Phones;

namespace AmoCrmQualification.Application.Tests.Phones;

public sealed class TrunkEightTests
{
    private static readonly PhoneReader Phones = new();

    [TestCase("+8 (495) 123-45-67", "RU", "+74951234567")]
    [TestCase("+8 800 555-35-35", "RU", "+78005553535")]
    [TestCase("+8 (812) 123-45-67", "RU", "+78121234567")]
    [TestCase("+8(495)1234567", "RU", "+74951234567")]
    [TestCase("+8-495-123-45-67", "RU", "+74951234567")]
    [TestCase("+8.495.123.45.67", "RU", "+74951234567")]
    [TestCase("+8\u2013495\u2013123\u201345\u201367", "RU", "+74951234567")]
    [TestCase("+ 8\u00A0495 1234567", "RU", "+74951234567")]
    [TestCase("(+8) 495 123 45 67", "RU", "+74951234567")]
    [TestCase("+8/495/123-45-67", "RU", "+74951234567")]
    [TestCase("+8 4912345678", "RU", "+74912345678")]
    [TestCase("+8 (8412) 12-34-56", "RU", "+78412123456")]
    [TestCase("+8 (495) 123-45-67 доб. 12", "RU", "+74951234567")]
    [TestCase("+8 495 123 45 67 8 912 345 67 89", "RU", "+74951234567")]
    [TestCase("+8 701 123 45 67", "KZ", "+77011234567")]
    [TestCase("+8 (727) 250-12-34", "KZ", "+77272501234")]
    [TestCase("+8 (495) 123-45-67", "KZ", "+74951234567")]
    [TestCase("+8 701 123 45 67", "RU", "+77011234567")]
    [TestCase("+8 029 491-19-11", "BY", "+375294911911")]
    [TestCase("+8 050 123 45 67", "UA", "+380501234567")]
    [TestCase("+8 90 123 45 67", "UZ", "+998901234567")]
    [TestCase("+8 10 49 30 901820", "RU", "+4930901820")]
    public void A_plus_before_an_8_that_stands_alone_is_a_slip(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("+84912345678", "RU", "+84912345678")]
    [TestCase("+84951234567", "KZ", "+84951234567")]
    [TestCase("+84 951 234 567", "RU", "+84951234567")]
    [TestCase("+81 3 1234 5678", "RU", "+81312345678")]
    [TestCase("+86 131 2345 6789", "RU", "+8613123456789")]
    [TestCase("+880 1712 345678", "RU", "+8801712345678")]
    public void An_8_within_a_calling_code_is_abroad_where_the_number_is_valid_there(
        string typed,
        string country,
        string expected
    ) => Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("+88005553535", "RU", "+78005553535")]
    [TestCase("+88121234567", "RU", "+78121234567")]
    [TestCase("+89123456789", "RU", "+79123456789")]
    [TestCase("+87011234567", "KZ", "+77011234567")]
    [TestCase("+87771234567", "KZ", "+77771234567")]
    public void An_8_of_no_valid_number_abroad_is_a_slip(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("+8 (495) 123-45-67", "DE", "+84951234567")]
    [TestCase("+8 (495) 123-45-67", null, "+84951234567")]
    public void Where_8_is_no_trunk_prefix_the_plus_counts(string typed, string? country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("8 050 123 45 67", "UA", "+380501234567")]
    [TestCase("8 (050) 123-45-67", "UA", "+380501234567")]
    [TestCase("8 50 123 45 67", "UA", "+380501234567")]
    [TestCase("8 044 123 45 67", "UA", "+380441234567")]
    [TestCase("8 800 123 456", "UA", "+380800123456")]
    [TestCase("8 90 123 45 67", "UZ", "+998901234567")]
    [TestCase("8 (71) 123-45-67", "UZ", "+998711234567")]
    [TestCase("8 91 712 3456", "TJ", "+992917123456")]
    [TestCase("8 077 12 34 56", "AM", "+37477123456")]
    [TestCase("8 77 12 34 56", "AM", "+37477123456")]
    [TestCase("8 (10) 12-34-56", "AM", "+37410123456")]
    [TestCase("8 555 12 34 56", "GE", "+995555123456")]
    [TestCase("8 (32) 212-34-56", "GE", "+995322123456")]
    [TestCase("8 0555 12 34 56", "GE", "+995555123456")]
    [TestCase("8 700 123 456", "KG", "+996700123456")]
    [TestCase("8 0700 123 456", "KG", "+996700123456")]
    [TestCase("8 050 123 45 67", "AZ", "+994501234567")]
    [TestCase("8 40 123 45 67", "AZ", "+994401234567")]
    [TestCase("8 621 12 345", "MD", "+37362112345")]
    [TestCase("8 0621 12 345", "MD", "+37362112345")]
    [TestCase("8 66 12 34 56", "TM", "+99366123456")]
    [TestCase("8 612 34567", "LT", "+37061234567")]
    [TestCase("8 2 912 3456", "LV", "+37129123456")]
    [TestCase("8 029 123 45 67", "BY", "+375291234567")]
    [TestCase("8 29 123 45 67", "BY", "+375291234567")]
    public void Trunk_8_is_read_in_every_country_of_the_former_USSR(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));

    [TestCase("8 050 123 45 67", "PL")]
    [TestCase("8 050 123 45 6", "UA")]
    [TestCase("8 10 123 45 67", "UZ")]
    [TestCase("+8 (495) 123-45-6", "RU")]
    [TestCase("+8 (495) 123-45-678", "RU")]
    [TestCase("+8 701 123 45 6", "KZ")]
    public void Elsewhere_or_before_less_than_a_number_or_more_there_is_none(string typed, string country) =>
        Assert.That(Phones.ToE164(typed, country), Is.Null);

    [TestCase("88 123 45 67", "UZ", "+998881234567")]
    [TestCase("88 123 45 67", "TJ", "+992881234567")]
    public void A_national_number_that_begins_with_8_stays_whole(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));
}
