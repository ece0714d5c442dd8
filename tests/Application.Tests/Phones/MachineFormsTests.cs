using AmoCrmQualification.Infrastructure.Phones;

namespace AmoCrmQualification.Application.Tests.Phones;

/// <summary>What messengers and spreadsheets put into fields for phones.</summary>
public sealed class MachineFormsTests
{
    private static readonly PhoneReader Phones = new();

    [TestCase("8613912345678@lid")]
    [TestCase("79161234567@lid")]
    [TestCase("120363025246125486@newsletter")]
    [TestCase("79161234567@broadcast")]
    [TestCase("79161234567-1600000000@g.us")]
    [TestCase("79161234567@G.US")]
    [TestCase("79161234567@hosted.lid")]
    [TestCase("79161234567:12@lid")]
    [TestCase("8613912345678%40lid")]
    [TestCase("id: 8613912345678@lid;")]
    [TestCase("79161234567@mail.ru")]
    public void A_chat_id_of_a_host_that_carries_no_phone_is_none_in_any_field(string text)
    {
        Assert.That(Phones.ToE164(text, "RU"), Is.Null);
        Assert.That(Phones.FromChatId(text), Is.Null);
        Assert.That(Phones.FromWhatsApp(text), Is.Null);
    }

    [TestCase("79161234567@c.us")]
    [TestCase("79161234567:12@s.whatsapp.net")]
    [TestCase("8613912345678@lid, 79161234567@c.us")]
    [TestCase("8613912345678@lid 8 916 123-45-67")]
    [TestCase("8 916 123-45-67 @ivanov")]
    [TestCase("ivan@mail.ru, 8 916 123-45-67")]
    [TestCase("8 916 123-45-67/ivan@mail.ru")]
    [TestCase("whatsapp:+79161234567")]
    public void What_stands_beside_it_is_read(string text) => Assert.That(Phones.ToE164(text, "RU"), Is.EqualTo("+79161234567"));

    [TestCase("77015550011", ExpectedResult = "+77015550011")]
    [TestCase("+77015550011", ExpectedResult = "+77015550011")]
    [TestCase(" 77015550011 ", ExpectedResult = "+77015550011")]
    [TestCase("79161234567", ExpectedResult = "+79161234567")]
    [TestCase("380501234567", ExpectedResult = "+380501234567")]
    [TestCase("998901234567", ExpectedResult = "+998901234567")]
    [TestCase("37477123456", ExpectedResult = "+37477123456")]
    [TestCase("12133734253", ExpectedResult = "+12133734253")]
    [TestCase("447400123456", ExpectedResult = "+447400123456")]
    [TestCase("4915123456789", ExpectedResult = "+4915123456789")]
    [TestCase("5215512345678", ExpectedResult = "+525512345678")]
    [TestCase("5491123456789", ExpectedResult = "+5491123456789")]
    [TestCase("553198765432", ExpectedResult = "+553198765432")]
    [TestCase("4520123456", ExpectedResult = "+4520123456")]
    [TestCase("6591234567", ExpectedResult = "+6591234567")]
    [TestCase("77015550011@c.us", ExpectedResult = "+77015550011")]
    [TestCase("whatsapp:+77015550011", ExpectedResult = "+77015550011")]
    [TestCase("whatsapp:77015550011", ExpectedResult = "+77015550011")]
    [TestCase("telegram:77015550011", ExpectedResult = null)]
    [TestCase("7701555001", ExpectedResult = null)]
    [TestCase("0123456789", ExpectedResult = null)]
    [TestCase("120363025246125486", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(null, ExpectedResult = null)]
    public string? WhatsApp_knows_a_chat_by_its_number(string? chatId) => Phones.FromWhatsApp(chatId);

    [TestCase("79161234567.0")]
    [TestCase("+79161234567.0")]
    [TestCase("89161234567.00")]
    [TestCase("9161234567.0")]
    [TestCase("79161234567,0")]
    [TestCase("7.9161234567E10")]
    [TestCase("7.9161234567E+10")]
    [TestCase("7,9161234567E+10")]
    [TestCase("7.9161234567e+010")]
    [TestCase("+7.9161234567E10")]
    [TestCase("8.9161234567E10")]
    [TestCase("9.161234567E9")]
    [TestCase("7.91612345670E10")]
    [TestCase("'79161234567.0")]
    public void A_phone_that_was_taken_for_a_number_is_restored(string typed) =>
        Assert.That(Phones.ToE164(typed, "RU"), Is.EqualTo("+79161234567"));

    [TestCase("7.916123456E10", ExpectedResult = "+79161234560")]
    [TestCase("7.91612E+10", ExpectedResult = null)]
    [TestCase("7.9161235E+10", ExpectedResult = null)]
    [TestCase("7.91612345678E10", ExpectedResult = null)]
    public string? One_that_has_lost_digits_is_none(string typed) => Phones.ToE164(typed, "RU");

    [TestCase("77123456.0", "AM", "+37477123456")]
    [TestCase("5123456.0", "EE", "+3725123456")]
    [TestCase("3.80501234567E11", "UA", "+380501234567")]
    public void So_is_one_of_another_country(string typed, string country, string expected) =>
        Assert.That(Phones.ToE164(typed, country), Is.EqualTo(expected));
}
