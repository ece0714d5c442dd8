using AmoCrmQualification.Bench.Database;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Bench.Reconciliation;

/// <param name="All">Seconds from the first request to the last end.</param>
/// <param name="One">Median seconds of a run, from when it was claimed.</param>
/// <param name="Done">How many ended well.</param>
internal sealed record RunTimes(double All, double One, long Done)
{
    private const string HaveEnded = "SELECT NOT EXISTS (SELECT FROM sync_runs WHERE id = ANY ($1) AND state = 'running')";

    private const string Times = """
        SELECT unnest(ARRAY[
          extract(epoch FROM max(finished_at) - min(requested_at)),
          percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at)),
          count(*) FILTER (WHERE state = 'done')]::float8[])
        FROM sync_runs WHERE id = ANY ($1)
        """;

    // Connecting brings a run of its own along, and so does a run that meets stages nobody had heard of. What the schedule
    // has planned for later is not waited for.
    private const string IsQuiet = """
        SELECT NOT EXISTS (SELECT FROM outbox WHERE due_at <= now()) AND NOT EXISTS (SELECT FROM sync_runs WHERE state = 'running' AND due_at <= now())
        """;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task<RunTimes> WaitAsync(BenchDatabase database, Guid[] runs)
    {
        await UntilAsync(() => database.ScalarAsync<bool>(HaveEnded, BatchCommands.Scalar(runs)));
        var times = await database.RowsAsync(Times, BatchCommands.Scalar(runs));
        var values = times.ConvertAll(t => double.Parse(t, System.Globalization.CultureInfo.CurrentCulture));
        return new(values[0], values[1], (long)values[2]);
    }

    /// <summary>The run that connecting an account brings along.</summary>
    public static async Task<Guid[]> BackfillsAsync(BenchDatabase database)
    {
        await UntilAsync(() => database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM sync_runs WHERE kind = 'backfill')"));
        return [.. (await database.RowsAsync("SELECT id FROM sync_runs WHERE kind = 'backfill'")).Select(Guid.Parse)];
    }

    /// <summary>Returns when the service has nothing left to do at amoCRM.</summary>
    public static Task QuietAsync(BenchDatabase database) => UntilAsync(() => database.ScalarAsync<bool>(IsQuiet));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(BetweenLooks, limit.Token);
    }
}
