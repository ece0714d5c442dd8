using System.Text.RegularExpressions;
using AmoCrmQualification.Infrastructure.Phones;
using FsCheck;
using FsCheck.Fluent;

namespace AmoCrmQualification.Application.Tests.Phones;

/// <summary>What holds for every text, the hostile ones among them.</summary>
public sealed partial class PhoneNumbersProperties
{
    private const string Pieces = "0123456789012345678901234567890123456789+++() -./,;#xд8\n\t\u00A0٣７\uD835\uDFD9\uFE0F";
    private static readonly string[] Countries = ["RU", "KZ", "US", "DE", "IT", "AR", "BR", "GB", "BS", "SM", "JP", "AU", "XX"];
    private static readonly PhoneReader Phones = new();

    [ManyValues(20_000)]
    public Property A_result_is_E164_and_reads_as_itself_in_every_country() =>
        Prop.ForAll(
            Texts().Zip(Gen.Elements(Countries)).Zip(Gen.Elements(Countries)).ToArbitrary(),
            input =>
            {
                var ((text, home), other) = input;
                var phone = Phones.ToE164(text, home);
                return phone is null
                    || E164().IsMatch(phone) && Phones.ToE164(phone, home) == phone && Phones.ToE164(phone, other) == phone;
            }
        );

    [ManyValues(2_000)]
    public void No_text_makes_it_throw(string? text, string? country)
    {
        Phones.ToE164(text, country);
        Phones.ToE164(text, "RU");
        Phones.FromChatId(text);
        Phones.FromChatId(text + "@c.us");
    }

    [TestCase("9")]
    [TestCase("8 ")]
    [TestCase("+1/")]
    [TestCase("(((")]
    [TestCase("доб. 1 ")]
    [TestCase("\uD835")]
    public void A_megabyte_of_anything_costs_as_much_as_its_beginning(string piece) =>
        Assert.That(Phones.ToE164(string.Concat(Enumerable.Repeat(piece, 1_000_000)), "RU"), Is.Null);

    [Test]
    public void A_number_cut_by_the_limit_is_not_taken_for_a_shorter_one() =>
        Assert.That(Phones.ToE164(new string('я', 239) + "9123456789" + "0".PadLeft(30, '1'), "RU"), Is.Null);

    [Test]
    public void Threads_may_share_it() =>
        Assert.That(
            () =>
                Parallel.For(
                    0,
                    5_000,
                    i =>
                        Assert.That(
                            new PhoneReader().ToE164("8 912 345 67 89", i % 2 == 0 ? "RU" : "KZ"),
                            Is.EqualTo("+79123456789")
                        )
                ),
            Throws.Nothing
        );

    private static Gen<string> Texts() => Gen.Elements(Pieces.ToCharArray()).ArrayOf().Select(chars => new string(chars));

    [GeneratedRegex(@"^\+[1-9][0-9]{4,14}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
