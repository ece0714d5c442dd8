using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>Directory and settings of the service's own PostgreSQL.</summary>
public sealed record EmbeddedPostgresOptions
{
    public required string DataDirectory { get; init; }

    /// <summary>False trades every guarantee for speed: a crash may lose or damage the database. Only for tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Further lines of postgresql.conf (max_connections, shared_buffers, …); they win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Includes crash recovery, which replays at most max_wal_size.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The directory of initdb, pg_ctl and postgres; null looks for them.</summary>
    public string? Programs { get; init; }

    /// <summary>Interval at which a running server is compared with the programs on disk, which a package may have replaced.</summary>
    public TimeSpan ProgramsCheck { get; init; } = TimeSpan.FromHours(1);

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
