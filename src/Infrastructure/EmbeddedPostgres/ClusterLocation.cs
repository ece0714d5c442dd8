using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>The directories of one cluster, and the user who runs it (null: the service's own).</summary>
internal sealed record ClusterLocation(string Root, string Sockets, SystemUser? User)
{
    /// <summary>sun_path holds 107 bytes, of which "/.s.PGSQL.5432" takes 14.</summary>
    private const int LongestSocketDirectory = 107 - 14;
    private const string Elsewhere = "/var/lib/amocrm-qualification";

    public string Data => Path.Combine(Root, "data");
    public string Logs => Path.Combine(Data, "log");
    public string OwnerLock => Path.Combine(Root, "owner.lock");
    public bool Exists => Directory.Exists(Data);

    public int? Major =>
        Exists ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture) : null;

    public static async Task<ClusterLocation> LocateAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        string directory = Directory.CreateDirectory(Path.GetFullPath(dataDirectory)).FullName;
        directory = await Command.ReadAsync("realpath", [directory], cancellationToken);
        string inside = Path.Combine(directory, "postgres");
        if (!Environment.IsPrivilegedProcess)
            return new(MakePrivate(inside), SocketsFor(inside, directory), User: null);

        string root = await RootForSystemUserAsync(directory, inside, cancellationToken);
        SystemUser user = await UserOfAsync(root, cancellationToken);
        if (!await CanEnterAsync(user, root, cancellationToken))
            throw new EmbeddedPostgresException(
                $"The user {user.Owner}, as whom PostgreSQL runs, cannot enter {root}: run `chmod o+x` on it and the directories above it."
            );
        return new(root, Path.Combine(root, "sockets"), user);
    }

    /// <summary>A place once chosen stays: permissions that change later must not make an empty database appear elsewhere.</summary>
    private static async Task<string> RootForSystemUserAsync(string directory, string inside, CancellationToken cancellationToken)
    {
        string note = Path.Combine(directory, "postgres.location");
        if (File.Exists(note))
            return Directory.CreateDirectory((await File.ReadAllLinesAsync(note, cancellationToken))[0]).FullName;
        if (Directory.Exists(Path.Combine(inside, "data")))
            return inside;

        Directory.CreateDirectory(inside);
        SystemUser user = await SystemUser.ForNewClusterAsync(cancellationToken);
        if (HoldsSockets(Path.Combine(inside, "sockets")) && await CanEnterAsync(user, inside, cancellationToken))
            return inside;

        string outside = Directory.CreateDirectory(Path.Combine(Elsewhere, HashOf(directory))).FullName;
        string reason =
            $"The database of this directory is kept there, as the user {user.Owner}, who runs PostgreSQL, cannot use this one.";
        await File.WriteAllLinesAsync(note, [outside, reason], cancellationToken);
        Directory.Delete(inside, recursive: true);
        return outside;
    }

    private static async Task<SystemUser> UserOfAsync(string root, CancellationToken cancellationToken)
    {
        string data = Path.Combine(root, "data");
        return Directory.Exists(data)
            ? await SystemUser.OwnerOfAsync(data, cancellationToken)
            : await SystemUser.ForNewClusterAsync(cancellationToken);
    }

    private static async Task<bool> CanEnterAsync(SystemUser user, string directory, CancellationToken cancellationToken) =>
        (await Command.RunAsync("test", ["-x", directory], cancellationToken, user)).Succeeded;

    private static string SocketsFor(string root, string directory)
    {
        string inside = Path.Combine(root, "sockets");
        return MakePrivate(HoldsSockets(inside) ? inside : $"/tmp/amocrm-qualification-{HashOf(directory)}");
    }

    /// <summary>Plain names only: a comma separates hosts in a connection string and directories in postgresql.conf.</summary>
    private static bool HoldsSockets(string directory) =>
        Encoding.UTF8.GetByteCount(directory) <= LongestSocketDirectory
        && directory.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-');

    private static string MakePrivate(string directory)
    {
        DirectoryInfo made = Directory.CreateDirectory(directory);
        if (made.LinkTarget is not null)
            throw new EmbeddedPostgresException($"{directory} is a link: it must be a directory of the service's own.");
        made.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute; // fails unless it is ours
        return directory;
    }

    private static string HashOf(string directory) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..16];
}
