using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AmoCrmQualification.Api.Ops;

/// <summary>The metrics as Prometheus' text format 0.0.4, when asked.</summary>
internal sealed class PrometheusText : BaseExporter<Metric>
{
    private readonly StringBuilder _text = new();
    private readonly Lock _one = new();
    private BaseExportingMetricReader? _reader;

    public BaseExportingMetricReader Reader => _reader ??= new(this);

    public string Collect()
    {
        lock (_one)
        {
            _text.Clear();
            Reader.Collect();
            return _text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
            Write(metric);
        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var isHistogram = metric.MetricType is MetricType.Histogram;
        var name = NameOf(metric) + (isCounter ? "_total" : "");
        _text.Append("# HELP ").Append(name).Append(' ').Append(Escaped(metric.Description)).Append('\n');
        _text
            .Append("# TYPE ")
            .Append(name)
            .Append(
                isCounter ? " counter\n"
                : isHistogram ? " histogram\n"
                : " gauge\n"
            );
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = LabelsOf(point.Tags);
            if (isHistogram)
                WriteHistogram(name, labels, point);
            else
                WriteLine(name, labels, ValueOf(metric.MetricType, point));
        }
    }

    private void WriteHistogram(string name, IReadOnlyList<string> labels, in MetricPoint point)
    {
        var count = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
            WriteLine(name + "_bucket", [.. labels, $"le=\"{bound}\""], count);
        }

        WriteLine(name + "_sum", labels, point.GetHistogramSum());
        WriteLine(name + "_count", labels, point.GetHistogramCount());
    }

    private void WriteLine(string name, IReadOnlyList<string> labels, double value)
    {
        _text.Append(name);
        if (labels.Count > 0)
            _text.Append('{').AppendJoin(',', labels).Append('}');
        _text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static double ValueOf(MetricType type, in MetricPoint point) =>
        type switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
            MetricType.LongGauge => point.GetGaugeLastValueLong(),
            _ => point.GetGaugeLastValueDouble(),
        };

    /// <summary>Our own are told from .NET's by a prefix; the unit stands in the name, as Prometheus' people expect it.</summary>
    private static string NameOf(Metric metric)
    {
        var name = metric.Name.Replace('.', '_').Replace('-', '_');
        if (metric.MeterName == Application.Common.Telemetry.Name)
            name = "qualification_" + name;
        return metric.Unit switch
        {
            "s" => name + "_seconds",
            "%" => name + "_percent",
            "By" => name + "_bytes",
            _ => name,
        };
    }

    private static List<string> LabelsOf(ReadOnlyTagCollection tags)
    {
        var labels = new List<string>(tags.Count);
        foreach (var (key, value) in tags)
            labels.Add($"{key.Replace('.', '_')}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture))}\"");
        return labels;
    }

    private static string Escaped(string? text) =>
        (text ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
