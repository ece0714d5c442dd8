namespace AmoCrmQualification.Domain.Tests.AmoCrm;

internal sealed class AmoDomainTests
{
    private const string Suffix = ".amocrm.ru";

    [Test]
    public void A_host_has_at_most_253_characters()
    {
        Assert.That(AmoDomain.Parse(Host(253))?.Host, Has.Length.EqualTo(253));
        Assert.That(AmoDomain.Parse(Host(254)), Is.Null);
    }

    [Test]
    public void A_part_of_it_has_at_most_63()
    {
        Assert.That(AmoDomain.Parse(new string('a', 63) + Suffix), Is.Not.Null);
        Assert.That(AmoDomain.Parse(new string('a', 64) + Suffix), Is.Null);
    }

    /// <summary>In parts of 50, and a first one as long as it takes.</summary>
    private static string Host(int length)
    {
        var parts = string.Concat(Enumerable.Repeat("." + new string('a', 50), 4)) + Suffix;
        return new string('b', length - parts.Length) + parts;
    }
}
