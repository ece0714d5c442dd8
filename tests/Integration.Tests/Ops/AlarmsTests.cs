using System.Text.RegularExpressions;

namespace AmoCrmQualification.Integration.Tests.Ops;

/// <summary>The alarms of <c>deploy</c> ask for metrics that exist, and the runbook knows what to do about each.</summary>
internal sealed partial class AlarmsTests : Support.ApiTest
{
    private static readonly string s_alarms = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "prometheus-alerts.yaml"));
    private static readonly string s_runbook = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "runbook.md"));

    [Test]
    public void Each_alarm_has_its_section_of_the_runbook_and_each_section_its_alarm()
    {
        var alarms = Alarm().Matches(s_alarms).Select(m => m.Groups[1].Value).ToList();
        var links = Link().Matches(s_alarms).Select(m => m.Groups[1].Value);

        Assert.That(alarms, Is.Not.Empty);
        Assert.That(Section().Matches(s_runbook).Select(m => m.Groups[1].Value), Is.EquivalentTo(alarms.Append("By hand")));
        Assert.That(links, Is.EqualTo(alarms.Select(alarm => alarm.ToLowerInvariant())));
    }

    [Test]
    public async Task Each_alarm_asks_for_a_metric_that_is_told()
    {
        await AccountAsync(); // so that amoCRM was called

        var told = (await Admin.MetricsAsync()).Split('\n').Select(line => line.Split('{', ' ')[0]).ToHashSet();
        // Told only when yesterday had changes: EveryMetricTests sees it.
        told.Add("qualification_completeness_percent");

        Assert.That(Metric().Matches(s_alarms + s_runbook).Select(m => m.Value).Distinct(), Is.SubsetOf(told));
    }

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex Alarm();

    [GeneratedRegex(@"docs/runbook\.md#([\w-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("qualification_[a-z0-9_]+")]
    private static partial Regex Metric();
}
