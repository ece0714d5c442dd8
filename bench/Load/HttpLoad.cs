using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Bench.Load;

/// <summary>Result of a load: answers per second, and the wait for one in milliseconds.</summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99, int Refused);

/// <summary>
/// Sends the same requests again and again over a number of connections, one at a time on each. Requests are made beforehand and
/// sockets are used bare, because the load shares the cores with what it measures.
/// </summary>
internal sealed class HttpLoad(Uri address, IReadOnlyList<byte[]> requests, int connections)
{
    public static byte[] Post(Uri address, string path, byte[] body)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nUser-Agent: amoCRM-Webhooks/3.0\r\n"
        );
        var type = $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head + type), .. body];
    }

    public async Task<LoadResult> RunAsync(TimeSpan warmUp, TimeSpan time)
    {
        var begin = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var runs = Enumerable.Range(0, connections).Select(i => Task.Run(() => RunAsync(i, begin, end)));
        var waits = new List<long>();
        var refused = 0;
        foreach (var (ofOne, refusedOfOne) in await Task.WhenAll(runs))
        {
            waits.AddRange(ofOne);
            refused += refusedOfOne;
        }

        waits.Sort();
        return new(waits.Count / time.TotalSeconds, Percentile(waits, 0.50), Percentile(waits, 0.99), refused);
    }

    private async Task<(List<long> Waits, int Refused)> RunAsync(int number, long begin, long end)
    {
        using var connection = await LoadConnection.OpenAsync(address);
        var waits = new List<long>();
        var refused = 0;
        for (var next = number; ; next += connections)
        {
            var start = Stopwatch.GetTimestamp();
            if (start >= end)
                return (waits, refused);
            var status = await connection.SendAsync(requests[next % requests.Count]);
            var answered = Stopwatch.GetTimestamp();
            if (status != 200)
                refused++;
            else if (answered >= begin && answered < end)
                waits.Add(answered - start);
        }
    }

    private static double Percentile(List<long> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[(int)((sorted.Count - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
