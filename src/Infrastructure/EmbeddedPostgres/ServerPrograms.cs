using System.Globalization;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The programs a server was started from. The system's packages are upgraded under a running server: its old processes then
/// load libraries that are too new for them (SQLSTATE 58P01, "undefined symbol"). Only a restart helps.
/// </summary>
internal sealed class ServerPrograms(ClusterLocation location, PostgresBinaries binaries)
{
    private string Note => Path.Combine(location.Root, "postgres.programs");

    /// <summary>Stores the programs for a service that adopts the server later without having started it.</summary>
    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        if (await DescribeAsync(cancellationToken) is { } programs)
            await File.WriteAllTextAsync(Note, programs, cancellationToken);
    }

    /// <summary>True when a start now would run other programs. False while a package is being unpacked: they do not run then.</summary>
    public async Task<bool> WereReplacedAsync(CancellationToken cancellationToken) =>
        await DescribeAsync(cancellationToken) is { } programs
        && !(File.Exists(Note) && await File.ReadAllTextAsync(Note, cancellationToken) == programs);

    /// <summary>The version names the package's revision too; the time of the file tells builds of one version apart.</summary>
    private async Task<string?> DescribeAsync(CancellationToken cancellationToken)
    {
        CommandResult version = await Command.RunAsync(binaries.Postgres, ["--version"], cancellationToken);
        return version.Succeeded
            ? string.Create(CultureInfo.InvariantCulture, $"{version.Output}\n{File.GetLastWriteTimeUtc(binaries.Postgres):O}\n")
            : null;
    }
}
