using System.Reflection;
using System.Xml.Linq;

namespace AmoCrmQualification.Architecture.Tests;

/// <summary>The product's assemblies, and the texts they are made of.</summary>
internal static class Solution
{
    public static readonly Assembly Domain = typeof(Domain.Common.Refusal).Assembly;
    public static readonly Assembly Application = typeof(Application.DependencyInjection).Assembly;
    public static readonly Assembly Infrastructure = typeof(Infrastructure.DependencyInjection).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;

    public static readonly string Root = FindRoot();

    /// <summary>C# that people wrote, under one of the top folders.</summary>
    public static IEnumerable<SourceFile> Sources(params string[] folders) =>
        from folder in folders.Select(folder => Path.Combine(Root, folder))
        from path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        let parts = relative.Split('/')
        where !parts.Contains("obj") && !parts.Contains("bin") && !parts.Contains("Migrations") && !parts.Contains("Compiled")
        select new SourceFile(relative, File.ReadAllText(path));

    public static XDocument Project(string name) =>
        XDocument.Load(
            new[] { "src", "tools" }.Select(top => Path.Combine(Root, top, name, $"{name}.csproj")).Single(File.Exists)
        );

    public static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "AmoCrmQualification.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The solution is not above the tests.");
        return directory.FullName;
    }
}

/// <param name="Path">Below the root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public override string ToString() => Path;
}
