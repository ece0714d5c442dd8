using System.Globalization;
using System.Text.RegularExpressions;
using AmoCrmQualification.Infrastructure.Inbox;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>Documents agree with the code and with each other.</summary>
internal sealed partial class DocumentTests
{
    [TestCase("README.md", "not possible in {0} s")]
    [TestCase("docs/adr/0002-inbox.md", "not committed within {0} s")]
    public void The_wait_for_a_commit_is_told_as_it_is(string document, string sentence)
    {
        var seconds = Acknowledgement.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        Assert.That(Text(document), Does.Contain(string.Format(CultureInfo.InvariantCulture, sentence, seconds)));
    }

    [TestCaseSource(nameof(Documents))]
    public void Every_link_leads_to_a_file(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Solution.Root, document))!;
        var broken = Link()
            .Matches(Text(document))
            .Select(link => link.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(folder, path)));

        Assert.That(broken, Is.Empty);
    }

    [TestCaseSource(nameof(Decisions))]
    public void Every_decision_has_the_form_of_decisions(string decision)
    {
        string[] form = ["Context", "Options not taken", "Decision", "What becomes easier", "What becomes harder"];

        Assert.That(Text(decision), Does.Contain("\n\n**Status.** "));
        Assert.That(Heading().Matches(Text(decision)).Select(heading => heading.Groups["name"].Value), Is.EqualTo(form));
        Assert.That(Text("docs/adr/README.md"), Does.Contain($"({Path.GetFileName(decision)})"));
    }

    [Test]
    public void Every_word_names_types_that_there_are()
    {
        var types = new[] { Solution.Domain, Solution.Application, Solution.Infrastructure, Solution.Api }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => type.Name)
            .ToHashSet(StringComparer.Ordinal);
        var named = WordsCode().Matches(Text("docs/domain.md")).SelectMany(row => TypeName().Matches(row.Value)).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Select(name => name.Groups["type"].Value).Where(name => !types.Contains(name)), Is.Empty);
    }

    [Test]
    public void The_README_is_read_in_one_sitting() => Assert.That(Text("README.md").Count(c => c == '\n'), Is.AtMost(140));

    private static IEnumerable<string> Documents() =>
        new[] { "", "docs", "docs/adr", "deploy" }
            .SelectMany(folder => MarkdownIn(folder))
            .Concat(MarkdownIn("src", SearchOption.AllDirectories))
            .Concat(MarkdownIn("tools", SearchOption.AllDirectories));

    private static IEnumerable<string> Decisions() =>
        MarkdownIn("docs/adr").Where(path => !path.EndsWith("README.md", StringComparison.Ordinal));

    private static IEnumerable<string> MarkdownIn(string folder, SearchOption depth = SearchOption.TopDirectoryOnly) =>
        Directory
            .EnumerateFiles(Path.Combine(Solution.Root, folder), "*.md", depth)
            .Select(path => Path.GetRelativePath(Solution.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static string Text(string document) => File.ReadAllText(Path.Combine(Solution.Root, document));

    /// <summary>A link to a file, without the part after #. Addresses have a colon.</summary>
    [GeneratedRegex(@"\]\((?<path>[^):#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    /// <summary>The last cell of a row of the words.</summary>
    [GeneratedRegex(@"(?<=^\| \*\*.*\| )[^|]+(?= \|$)", RegexOptions.Multiline)]
    private static partial Regex WordsCode();

    [GeneratedRegex(@"`(?<type>\w+)[^`]*`", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^## (?<name>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
