using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Infrastructure.Phones;

namespace AmoCrmQualification.Application.Tests.Phones;

public sealed class PhoneSpellingsTests
{
    private static readonly PhoneReader Phones = new();

    [TestCase("+553198765432", "+5531998765432")]
    [TestCase("+551161234567", "+5511961234567")]
    [TestCase("+541123456789", "+5491123456789")]
    [TestCase("+543511234567", "+5493511234567")]
    public void A_mobile_with_its_digit_and_without_is_the_same(string without, string with)
    {
        Assert.That(PhoneSpellings.GetAll(without), Is.EqualTo([with, without]));
        Assert.That(PhoneSpellings.GetAll(with), Is.EqualTo([with, without]));
        Assert.That(PhoneSpellings.GetMain(without), Is.EqualTo(with));
        Assert.That(PhoneSpellings.GetMain(with), Is.EqualTo(with));
    }

    [TestCase("+553132345678")]
    [TestCase("+55319987654321")]
    [TestCase("+5531932345678")]
    [TestCase("+548001234567")]
    [TestCase("+79161234567")]
    [TestCase("+37477123456")]
    public void Any_other_number_has_one_spelling(string phone) => Assert.That(PhoneSpellings.GetAll(phone), Is.EqualTo([phone]));

    [TestCase("+37477123456", ExpectedResult = "77123456")]
    [TestCase("+79161234567", ExpectedResult = "9161234567")]
    [TestCase("+12133734253", ExpectedResult = "2133734253")]
    [TestCase("+994401234567", ExpectedResult = "401234567")]
    [TestCase("+3725123456", ExpectedResult = "5123456")]
    [TestCase("+6591234567", ExpectedResult = "91234567")]
    [TestCase("+4512345678", ExpectedResult = "12345678")]
    [TestCase("+390669812345", ExpectedResult = "0669812345")]
    [TestCase("+80012345678", ExpectedResult = "12345678")]
    public string The_national_number_is_what_follows_the_calling_code(string phone) => Phones.NationalNumber(phone);
}
