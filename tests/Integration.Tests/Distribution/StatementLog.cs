using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using AmoCrmQualification.Infrastructure.Persistence;
using Npgsql;

namespace AmoCrmQualification.Integration.Tests.Distribution;

/// <summary>Each statement that services of this process have said to PostgreSQL, once, with parameters of its first time.</summary>
internal static class StatementLog
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<NpgsqlParameter>> s_statements = new(
        StringComparer.Ordinal
    );

    // Npgsql tells of commands only while somebody listens to its traces.
    private static readonly ActivityListener s_listener = new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    static StatementLog() => ActivitySource.AddActivityListener(s_listener);

    public static DataSourceWatch Watch { get; } =
        new(pool =>
            pool.ConfigureTracing(traces =>
                traces
                    .ConfigureCommandEnrichmentCallback((_, command) => Add(command.CommandText, command.Parameters))
                    .ConfigureBatchEnrichmentCallback((_, batch) => AddAll(batch))
            )
        );

    public static IReadOnlyDictionary<string, IReadOnlyList<NpgsqlParameter>> Statements => s_statements;

    private static void AddAll(NpgsqlBatch batch)
    {
        foreach (var command in batch.BatchCommands)
            Add(command.CommandText, command.Parameters);
    }

    private static void Add(string text, DbParameterCollection parameters)
    {
        if (!s_statements.ContainsKey(text))
            s_statements.TryAdd(text, [.. parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]);
    }
}
