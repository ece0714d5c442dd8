using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Domain.Tests.People;

internal sealed class PasswordRuleTests
{
    private const string Email = "anna.petrova@mebel-house.ru";

    [TestCase(null)]
    [TestCase("")]
    [TestCase("xk3!vq9wz")]
    [TestCase("            ")]
    [TestCase("x k 3 ! v q 9 w", TestName = "Blanks make no password longer")]
    [TestCase("xk3! v\u00A0q9\u2003\t wz", TestName = "Nor do other blanks")]
    public void A_password_is_long_without_its_blanks(string? password) => Refused(password);

    [TestCase("aaaaaaaaaaaa")]
    [TestCase("ффффффффффффф")]
    [TestCase("aAaAaAaAaAaA")]
    [TestCase("abababababab")]
    [TestCase("1111222233334444")]
    [TestCase("demo demo demo")]
    public void A_password_has_five_different_characters(string password) => Refused(password);

    [TestCase("qwertyuiop")]
    [TestCase("QwertyUiop")]
    [TestCase("1234567890")]
    [TestCase("12345678901234")]
    [TestCase("9876543210")]
    [TestCase("abcdefghijkl")]
    [TestCase("zyxwvutsrq")]
    [TestCase("йцукенгшщз")]
    [TestCase("абвгдежзий")]
    [TestCase("manchester")]
    [TestCase("man chester")]
    [TestCase("password12")]
    [TestCase("Password2026!")]
    [TestCase("!!!dragon!!!")]
    [TestCase("P@ssw0rd2026")]
    [TestCase("$unshine99")]
    [TestCase("Пароль12345")]
    [TestCase("passwordpassword")]
    [TestCase("qwert qwert qwert")]
    [TestCase("a1b2c3a1b2c3")]
    public void A_password_is_none_that_anybody_tries_first(string password) => Refused(password);

    [TestCase("anna.petrova@mebel-house.ru")]
    [TestCase(" Anna.Petrova@Mebel-House.RU ")]
    [TestCase("anna.petrova@mebel-house.ru!")]
    [TestCase("AnnaPetrova")]
    [TestCase("petrova2026!")]
    [TestCase("petrova anna 1")]
    [TestCase("Mebel-House-1")]
    [TestCase("house.mebel.anna")]
    public void A_password_is_not_made_of_the_email(string password) => Refused(password);

    [TestCase("correct horse battery")]
    [TestCase("xk3!vq9wzp")]
    [TestCase("anna likes blue tiles")]
    [TestCase("кот учёный ходит")]
    [TestCase("dragon over the kitchen sink")]
    [TestCase("4f9c1e77a2b8d")]
    public void A_long_phrase_of_one_s_own_is_a_password(string password) =>
        Assert.That(() => PasswordRule.Check(password, Email, "password"), Throws.Nothing);

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void A_password_has_an_end(int length, bool isGood)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('а' + (i * i % 31))));

        if (isGood)
            Assert.That(() => PasswordRule.Check(password, Email, "password"), Throws.Nothing);
        else
            Refused(password);
    }

    private static void Refused(string? password) =>
        Assert.That(
            () => PasswordRule.Check(password, Email, "new_password"),
            Throws.TypeOf<DomainException>().With.Property("Refusal").Property("Field").EqualTo("new_password")
        );
}
