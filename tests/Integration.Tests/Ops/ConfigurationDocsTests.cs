using System.Globalization;
using System.Reflection;
using AmoCrmQualification.Api.Configuration;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary><c>docs/configuration.md</c> has each setting of the service with its default.</summary>
internal sealed class ConfigurationDocsTests
{
    private static readonly string[] s_rows =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "configuration.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)),
    ];

    /// <summary>By the name the operator uses</summary>
    private static IEnumerable<TestCaseData> Settings() =>
        from owner in SectionsOf(new()).Prepend(("", new ServiceSettings()))
        from property in owner.Item2.GetType().GetProperties()
        where property.SetMethod is not null && !IsSection(property)
        let name = property.Name == nameof(ServiceSettings.Urls) ? "ASPNETCORE_URLS" : owner.Item1 + property.Name
        select new TestCaseData(name, DefaultOf(property.GetValue(owner.Item2))).SetArgDisplayNames(name);

    [TestCaseSource(nameof(Settings))]
    public void Each_setting_is_described_with_its_default(string name, string? fallback)
    {
        var row = s_rows.Where(line => line.Split('|')[1].Contains($"`{name}`", StringComparison.Ordinal)).ToList();

        Assert.That(row, Has.Count.EqualTo(1), "a row of docs/configuration.md");
        if (fallback is not null)
            Assert.That(row[0].Split('|')[2], Does.Contain(fallback));
    }

    private static IEnumerable<(string, object)> SectionsOf(ServiceSettings settings) =>
        typeof(ServiceSettings).GetProperties().Where(IsSection).Select(p => ($"{p.Name}__", p.GetValue(settings)!));

    private static bool IsSection(PropertyInfo property) => property.PropertyType.Assembly == typeof(ServiceSettings).Assembly;

    private static string? DefaultOf(object? value) =>
        value switch
        {
            null or string[] => null,
            bool flag => flag ? "`true`" : "`false`",

            _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        };
}
