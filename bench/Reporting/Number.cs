using System.Globalization;

namespace AmoCrmQualification.Bench.Reporting;

internal static class Number
{
    public static string Format(double value) =>
        value.ToString(Math.Abs(value) < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
