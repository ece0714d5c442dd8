using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Bench.Reporting;

/// <summary>The table of results, and remarks that explain it.</summary>
internal sealed class Report(Machine machine, BenchOptions options)
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _remarks = [];

    /// <summary>Ours against another side, both per second: more is better.</summary>
    public void Rate(string what, Samples ours, string otherSide, Samples other, double target) =>
        Compare(
            what,
            $"{Number.Of(ours.Median)}/s",
            $"{Number.Of(other.Median)}/s {otherSide}",
            ours.Median / other.Median,
            target
        );

    /// <summary>Ours against another side, both in milliseconds: the ratio says how many times faster ours is.</summary>
    public void Duration(string what, Samples ours, string otherSide, Samples other, double target) =>
        Compare(
            what,
            $"{Number.Of(ours.Median)} ms",
            $"{Number.Of(other.Median)} ms {otherSide}",
            other.Median / ours.Median,
            target
        );

    public void AtMost(string what, double value, string unit, double limit) =>
        Add(new(what, $"{Number.Of(value)} {unit}", "", "", $"< {Number.Of(limit)} {unit}", value < limit));

    public void Fact(string what, string value, bool isRight) => Add(new(what, value, "", "", "", isRight));

    public void Remark(string text)
    {
        _remarks.Add(text);
        Console.WriteLine($"    {text}");
    }

    public async Task WriteAsync(string path) => await File.WriteAllTextAsync(path, ToString());

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("# Results of ./dev bench").AppendLine();
        text.AppendLine(machine.ToString()).AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"Medians of {options}; the sides of a comparison take turns in each round."
            )
            .AppendLine();
        text.AppendLine("| what | ours | other side | ratio | target | |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in _rows)
            text.AppendLine(row.ToString());
        if (_remarks.Count > 0)
            text.AppendLine();
        foreach (var remark in _remarks)
            text.Append("- ").AppendLine(remark);
        return text.ToString();
    }

    private void Compare(string what, string ours, string other, double ratio, double target) =>
        Add(new(what, ours, other, $"{Ratio(ratio)} ×", $"≥ {Ratio(target)} ×", ratio >= target));

    private static string Ratio(double ratio) => ratio.ToString("0.##", CultureInfo.InvariantCulture);

    private void Add(Row row)
    {
        _rows.Add(row);
        Console.WriteLine(row);
    }

    private sealed record Row(string What, string Ours, string Other, string Ratio, string Target, bool IsReached)
    {
        public override string ToString() =>
            $"| {What} | {Ours} | {Other} | {Ratio} | {Target} | {(IsReached ? "ok" : "**short**")} |";
    }
}
