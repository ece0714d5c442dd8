using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmoCrmQualification.Application.Campaigns;
using AmoCrmQualification.Domain.Common;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>Codes and reasons are promises: docs/problems.md lists all of them and nothing else.</summary>
internal sealed partial class ProblemDocsTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Solution.Root, "docs", "problems.md"));
    private static readonly int ReasonsBegin = Document.IndexOf("## Reasons", StringComparison.Ordinal);
    private static readonly int LinesBegin = Document.IndexOf("## Lines of a file", StringComparison.Ordinal);

    [Test]
    public void Every_code_is_described_and_no_other() =>
        Assert.That(Listed(Document[..ReasonsBegin]), Is.EquivalentTo(Constants(typeof(ProblemCodes))));

    [Test]
    public void Every_reason_is_described_and_no_other() =>
        Assert.That(Listed(Document[ReasonsBegin..LinesBegin]), Is.EquivalentTo(Constants(typeof(Reasons))));

    [Test]
    public void Every_fault_of_a_line_is_described_and_no_other() =>
        Assert.That(
            Listed(Document[LinesBegin..]),
            Is.EquivalentTo(Enum.GetNames<LineFault>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))
        );

    [Test]
    public void Every_reason_is_snake_case_and_given_somewhere()
    {
        var sources = Solution.Sources("src/Domain", "src/Application", "src/Infrastructure", "src/Api").ToList();

        foreach (var reason in typeof(Reasons).GetFields())
        {
            Assert.That((string)reason.GetRawConstantValue()!, Does.Match("^[a-z]+(_[a-z]+)*$"));
            Assert.That(
                sources.Exists(file => file.Text.Contains($"{nameof(Reasons)}.{reason.Name}", StringComparison.Ordinal)),
                $"{reason.Name} is a reason that nothing gives"
            );
        }
    }

    private static IEnumerable<string> Constants(Type list) =>
        list.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Listed(string tables) =>
        FirstCell().Matches(tables).Select(row => row.Groups["name"].Value);

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstCell();
}
