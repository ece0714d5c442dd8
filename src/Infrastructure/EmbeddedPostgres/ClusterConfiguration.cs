namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The configuration files. They lie beside the data, not in it, so that with root as the service's user the database's own
/// user cannot change who may connect.
/// </summary>
internal sealed class ClusterConfiguration(ClusterLocation location, EmbeddedPostgresOptions options)
{
    private static readonly Dictionary<string, string> s_careless = new(StringComparer.Ordinal)
    {
        ["fsync"] = "off",
        ["full_page_writes"] = "off",
    };

    public const string MainFile = "postgresql.conf";

    // Who made a group may be a member of it: the service's own roles come first.
    private const string Hosts = $"""
        local all {ClusterDatabase.Role},{ClusterDatabase.Superuser} peer map=service
        local postgres,template1 +{Reporting.ReportRole.Group} reject
        local all +{Reporting.ReportRole.Group} scram-sha-256

        """;

    private string HostsFile => Path.Combine(location.Root, "pg_hba.conf");
    private string UsersFile => Path.Combine(location.Root, "pg_ident.conf");

    /// <summary>True if the files on disk, with which a running server was started, are already as wanted.</summary>
    public bool IsWritten() => Files().All(f => File.Exists(f.Path) && File.ReadAllText(f.Path) == f.Text);

    public void Write()
    {
        foreach ((string path, string text) in Files())
            File.WriteAllText(path, text);
    }

    private IEnumerable<(string Path, string Text)> Files() =>
        [
            (Path.Combine(location.Root, MainFile), string.Concat(Settings().Select(s => $"{s.Key} = '{Escape(s.Value)}'\n"))),
            (HostsFile, Hosts),
            (UsersFile, string.Concat(UserMap().Select(line => line + "\n"))),
        ];

    /// <summary>The kernel identifies the other end of the socket to PostgreSQL; no other user gets in, whatever the modes say.</summary>
    private static IEnumerable<string> UserMap() =>
        from user in new[] { "root", Environment.UserName }.Distinct(StringComparer.Ordinal)
        from role in new[] { ClusterDatabase.Role, ClusterDatabase.Superuser }
        select $"service \"{user}\" {role}";

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["listen_addresses"] = "",
            ["port"] = "5432",
            ["unix_socket_directories"] = location.Sockets,
            ["unix_socket_permissions"] = "0700",
            ["hba_file"] = HostsFile,
            ["ident_file"] = UsersFile,
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["max_connections"] = "200",
            ["jit"] = "off", // our queries are short: to compile them takes longer than to run them
            ["logging_collector"] = "on", // a file per day of the week, overwritten a week later
            ["log_filename"] = "postgresql-%a.log",
            ["log_truncate_on_rotation"] = "on",
            ["log_rotation_size"] = "0",
        };
        IEnumerable<KeyValuePair<string, string>> more = options.Durable ? options.Settings : s_careless.Concat(options.Settings);
        foreach ((string name, string value) in more)
            settings[name] = value;
        return settings;
    }

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
}
