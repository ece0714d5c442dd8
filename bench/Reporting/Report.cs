using System.Globalization;
using System.Text;
using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Bench.Reporting;

/// <summary>A table of results for each topic, and remarks that explain it.</summary>
internal sealed class Report(Machine machine, BenchOptions options)
{
    private readonly Dictionary<Topic, Section> _sections = [];
    private Section? _section;

    private Section Current => _section ?? throw new InvalidOperationException("No topic was begun.");

    /// <summary>Begins the section of a topic.</summary>
    public void Begin(Topic topic)
    {
        if (!_sections.TryGetValue(topic, out _section))
            _sections[topic] = _section = new([], []);
    }

    /// <summary>Ours against another side, both per second: more is better.</summary>
    public void Rate(string what, Samples ours, string otherSide, Samples other, double target) =>
        Compare(
            what,
            $"{Number.Format(ours.Median)}/s",
            $"{Number.Format(other.Median)}/s {otherSide}",
            ours.Median / other.Median,
            target
        );

    /// <summary>Ours against another side, both in milliseconds: the ratio says how many times faster ours is.</summary>
    public void Duration(string what, Samples ours, string otherSide, Samples other, double target) =>
        Compare(
            what,
            $"{Number.Format(ours.Median)} ms",
            $"{Number.Format(other.Median)} ms {otherSide}",
            other.Median / ours.Median,
            target
        );

    public void AtMost(string what, double value, string unit, double limit) =>
        Add(new(what, $"{Number.Format(value)} {unit}", "", "", $"< {Number.Format(limit)} {unit}", value < limit));

    /// <summary>A share of worlds, ours against another side, with its interval.</summary>
    public void Share(string what, Rate ours, string otherSide, Rate other, double? atMost = null, double? atLeast = null) =>
        Add(
            new(
                what,
                $"{Portion(ours.Percent)} [{Portion(ours.Lo)}; {Portion(ours.Hi)}]",
                $"{Portion(other.Percent)} {otherSide}",
                "",
                atMost is { } most ? $"≤ {Ratio(most)}" : $"≥ {Ratio(atLeast!.Value)}",
                atMost is { } limit ? ours.Percent <= 100 * limit : ours.Percent >= 100 * atLeast
            )
        );

    public void Fact(string what, string value, bool isRight) => Add(new(what, value, "", "", "", isRight));

    public void Remark(string text)
    {
        Current.Remarks.Add(text);
        Console.WriteLine($"    {text}");
    }

    /// <summary>Topics that were not measured stay in the file as they are.</summary>
    public Task WriteAsync(string path) =>
        ResultsFile.MergeAsync(
            path,
            _sections.Where(s => s.Value.Rows.Count > 0).ToDictionary(s => s.Key, s => TextOf(s.Key, s.Value))
        );

    private string TextOf(Topic topic, Section section)
    {
        var text = new StringBuilder();
        text.Append(machine).Append("\n\n").Append(options.Describe(topic)).Append("\n\n");
        text.Append("| what | ours | other side | ratio | target | |\n|---|---|---|---|---|---|\n");
        foreach (var row in section.Rows)
            text.Append(row).Append('\n');
        if (section.Remarks.Count > 0)
            text.Append('\n');
        foreach (var remark in section.Remarks)
            text.Append("- ").Append(remark).Append('\n');
        return text.ToString();
    }

    private void Compare(string what, string ours, string other, double ratio, double target) =>
        Add(new(what, ours, other, $"{Ratio(ratio)} ×", $"≥ {Ratio(target)} ×", ratio >= target));

    private static string Portion(double? percent) => ((percent ?? 0) / 100).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString("0.##", CultureInfo.InvariantCulture);

    private void Add(Row row)
    {
        Current.Rows.Add(row);
        Console.WriteLine(row);
    }

    private sealed record Section(List<Row> Rows, List<string> Remarks);

    private sealed record Row(string What, string Ours, string Other, string Ratio, string Target, bool IsReached)
    {
        public override string ToString() =>
            $"| {What} | {Ours} | {Other} | {Ratio} | {Target} | {(IsReached ? "ok" : "**short**")} |";
    }
}
