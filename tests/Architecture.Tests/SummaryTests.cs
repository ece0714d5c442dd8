using System.Text.RegularExpressions;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>A summary begins with a noun or a verb that a maintainer would search for, not with a riddle.</summary>
internal sealed partial class SummaryTests
{
    [Test]
    public void No_summary_is_a_riddle()
    {
        var riddles =
            from source in Solution.Sources("src")
            from Match riddle in Riddle().Matches(source.Text)
            select $"{source.Path}: {riddle.Value}";

        Assert.That(riddles, Is.Empty);
    }

    [GeneratedRegex(@"<summary>\s*(///\s*)?(Whether|What|Who|Whom|Whose|How many)\b.*")]
    private static partial Regex Riddle();
}
