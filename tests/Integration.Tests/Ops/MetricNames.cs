using System.Text.RegularExpressions;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>What alarms and dashboards rely on in <c>/metrics</c>: names, types, help texts and labels, without the values.</summary>
internal static partial class MetricNames
{
    public const string Ours = "qualification_";

    /// <summary>The lines that every text had when the names were fixed, ours and .NET's.</summary>
    public static string[] Golden => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Ops", "metrics.golden.txt"));

    /// <summary>The metrics; the exporter writes <c>{}</c> where a series has no labels, which means the same as nothing.</summary>
    public static async Task<string> MetricsAsync(this HttpClient client) =>
        (await client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Replace("{} ", " ", StringComparison.Ordinal);

    public static string[] In(string metrics) =>
        [
            .. metrics
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.StartsWith('#') ? line.TrimEnd() : WithoutValues(line))
                .Where(line => !EmptyHelp().IsMatch(line))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static string WithoutValues(string sample) => OtherLabel().Replace(sample[..sample.LastIndexOf(' ')], "");

    [GeneratedRegex("^# HELP [a-z0-9_]+$")]
    private static partial Regex EmptyHelp();

    /// <summary>The bounds of histograms are fixed, the values of other labels are not.</summary>
    [GeneratedRegex("""(?<=[{,](?!le=)\w+)="(?:[^"\\]|\\.)*"(?=[,}])""")]
    private static partial Regex OtherLabel();
}
