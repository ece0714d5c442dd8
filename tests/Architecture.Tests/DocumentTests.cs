using System.Globalization;
using AmoCrmQualification.Infrastructure.Webhooks;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>What documents say of figures in the code.</summary>
internal sealed class DocumentTests
{
    [TestCase("README.md", "not possible in {0} s")]
    [TestCase("docs/adr/0002-inbox.md", "not committed within {0} s")]
    public void The_wait_for_a_commit_is_told_as_it_is(string document, string sentence)
    {
        var seconds = Acknowledgement.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        Assert.That(
            File.ReadAllText(Path.Combine(Solution.Root, document)),
            Does.Contain(string.Format(CultureInfo.InvariantCulture, sentence, seconds))
        );
    }
}
