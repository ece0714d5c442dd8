using System.Globalization;

/// <summary>
/// A property that holds for many random values: few by default, so that a run of tests at one's desk takes seconds.
/// <c>PROPERTY_VALUES</c> says how many; with <c>all</c>, as in <c>./dev test</c>, each property has its own number.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ManyValuesAttribute : FsCheck.NUnit.PropertyAttribute
{
    private const int Few = 100;

    public ManyValuesAttribute(int all) =>
        MaxTest = Environment.GetEnvironmentVariable("PROPERTY_VALUES") switch
        {
            "all" => all,
            { Length: > 0 } given => int.Parse(given, CultureInfo.InvariantCulture),
            _ => Math.Min(all, Few),
        };
}
