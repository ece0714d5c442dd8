using System.Text.RegularExpressions;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>Dependencies point one way: Domain ← Application ← Infrastructure ← Api.</summary>
internal sealed partial class LayerTests
{
    [TestCase("Domain")]
    [TestCase("Application", "Domain")]
    [TestCase("Infrastructure", "Application")]
    [TestCase("Api", "Infrastructure")]
    [TestCase("Sandbox")]
    public void A_project_references_its_inner_neighbour_alone(string project, params string[] allowed)
    {
        var referenced = Solution
            .Project(project)
            .Descendants("ProjectReference")
            .Select(reference => ((string)reference.Attribute("Include")!).Split('\\', '/')[^2]);

        Assert.That(referenced, Is.EquivalentTo(allowed));
    }

    [Test]
    public void No_assembly_knows_an_outer_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(OursIn(Solution.ReferencesOf(Solution.Domain)), Is.Empty);
            Assert.That(OursIn(Solution.ReferencesOf(Solution.Application)), Is.SubsetOf(["Domain"]));
            Assert.That(OursIn(Solution.ReferencesOf(Solution.Infrastructure)), Is.SubsetOf(["Domain", "Application"]));
            Assert.That(OursIn(Solution.ReferencesOf(Solution.Api)), Does.Not.Contain("Sandbox"));
        });
    }

    [Test]
    public void The_sandbox_shares_no_type_with_the_product()
    {
        var sharing = Solution.Sources("tools/Sandbox").Where(file => ProductNamespace().IsMatch(file.Text));

        Assert.That(sharing, Is.Empty);
        Assert.That(Solution.Sources("tools/Sandbox").Count(), Is.GreaterThan(10), "there are files to look at");
    }

    [Test]
    public void A_files_namespace_is_its_folder()
    {
        var strays =
            from file in Solution.Sources("src", "tests", "tools", "bench")
            let declared = Namespace().Match(file.Text)
            where declared.Success && declared.Groups["name"].Value != NamespaceOf(file)
            select $"{file}: {declared.Groups["name"].Value}";

        Assert.That(strays, Is.Empty);
    }

    [Test]
    public void Every_file_of_the_product_has_a_namespace()
    {
        var without =
            from file in Solution.Sources("src", "tools")
            where !Namespace().IsMatch(file.Text) && Path.GetFileName(file.Path) != "GlobalUsings.cs"
            select file.Path;

        Assert.That(without, Is.SubsetOf(["src/Api/Program.cs"]));
    }

    [Test]
    public void A_file_has_at_most_250_lines()
    {
        var long_ =
            from file in Solution.Sources("src", "tests", "tools", "bench")
            let lines = file.Text.Split('\n').Length - 1
            where lines > 250
            select $"{file}: {lines}";

        Assert.That(long_, Is.Empty);
    }

    private static IEnumerable<string> OursIn(IEnumerable<string> references) =>
        from name in references
        where name.StartsWith("AmoCrmQualification.", StringComparison.Ordinal)
        select name["AmoCrmQualification.".Length..];

    private static string NamespaceOf(SourceFile file) =>
        string.Join('.', file.Path.Split('/')[..^1].Skip(1).Prepend("AmoCrmQualification")) is var name
        && file.Path.StartsWith("bench/", StringComparison.Ordinal)
            ? name.Replace("AmoCrmQualification", "AmoCrmQualification.Bench", StringComparison.Ordinal)
            : name;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"AmoCrmQualification\.(Domain|Application|Infrastructure|Api)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ProductNamespace();
}
