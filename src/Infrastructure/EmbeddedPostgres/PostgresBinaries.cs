using System.Globalization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>An installed PostgreSQL: the directory of initdb, pg_ctl and postgres.</summary>
internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    private const int Oldest = 15;
    private const string Debian = "/usr/lib/postgresql";
    private static readonly string[] s_programs = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Path.Combine(Directory, "initdb");
    public string Postgres => Path.Combine(Directory, "postgres");
    public string PgCtl => Path.Combine(Directory, "pg_ctl");

    /// <param name="clusterMajor">The version that made the cluster: no other can open it.</param>
    /// <param name="chosen">The directory to take, instead of what the environment says.</param>
    public static async Task<PostgresBinaries> FindAsync(int? clusterMajor, string? chosen, CancellationToken cancellationToken)
    {
        foreach (string directory in Candidates(chosen ?? Environment.GetEnvironmentVariable("PG_BIN")))
        {
            if (await MajorAsync(directory, cancellationToken) is not int major)
                continue;
            if (clusterMajor is null ? major >= Oldest : major == clusterMajor)
                return new(directory, major);
        }

        throw new EmbeddedPostgresException(
            clusterMajor is null
                ? $"No PostgreSQL {Oldest} or later was found: run `apt-get install postgresql`, or set PG_BIN to the directory of its programs, or ConnectionStrings__Postgres to a server."
                : $"The database was made by PostgreSQL {clusterMajor}, which was not found: run `apt-get install postgresql-{clusterMajor}`, or set PG_BIN."
        );
    }

    private static IEnumerable<string> Candidates(string? chosen)
    {
        if (chosen is { Length: > 0 })
            return IsComplete(chosen)
                ? [chosen]
                : throw new EmbeddedPostgresException(
                    $"PG_BIN is {chosen}, where {string.Join(", ", s_programs)} are not all found."
                );

        IEnumerable<string> debian = System.IO.Directory.Exists(Debian)
            ? System.IO.Directory.GetDirectories(Debian).OrderByDescending(VersionOf).Select(d => Path.Combine(d, "bin"))
            : [];
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return debian.Concat(path).Where(IsComplete);
    }

    private static bool IsComplete(string directory) => s_programs.All(p => File.Exists(Path.Combine(directory, p)));

    private static int VersionOf(string directory) =>
        int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0;

    private static async Task<int?> MajorAsync(string directory, CancellationToken cancellationToken)
    {
        CommandResult result = await Command.RunAsync(Path.Combine(directory, "postgres"), ["--version"], cancellationToken);
        Match match = FirstNumber().Match(result.Output);
        return result.Succeeded && match.Success ? int.Parse(match.Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstNumber();
}
