namespace AmoCrmQualification.Bench.Reporting;

/// <summary>Results of the rounds for one side. Sides take turns within a round, so medians of one run can be compared.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public void Add(double value) => _values.Add(value);

    public double Median
    {
        get
        {
            var sorted = _values.Order().ToList();
            var middle = sorted.Count / 2;
            return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }

    public override string ToString() => string.Join(" / ", _values.Select(v => Number.Format(v)));
}
