using System.Globalization;
using System.Runtime.InteropServices;

namespace AmoCrmQualification.Bench.Reporting;

/// <summary>Place and time of a measurement.</summary>
internal sealed record Machine(string PostgreSql)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({Processor()}), "
                + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.#} GiB, load before {Load()}, "
                + $"PostgreSQL {PostgreSql}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"
        );

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1]
        ?? "unknown";

    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
