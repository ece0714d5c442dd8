using System.Globalization;

namespace AmoCrmQualification.Infrastructure.EmbeddedPostgres;

/// <summary>System user of the cluster when the service runs as root, which PostgreSQL refuses.</summary>
internal sealed record SystemUser(int UserId, int GroupId)
{
    public string Owner => string.Create(CultureInfo.InvariantCulture, $"{UserId}:{GroupId}");

    public static async Task<SystemUser> ForNewClusterAsync(CancellationToken cancellationToken) =>
        await NamedAsync("postgres", cancellationToken)
        ?? await NamedAsync("nobody", cancellationToken)
        ?? throw new EmbeddedPostgresException(
            "PostgreSQL refuses to run as root and there is no user postgres or nobody to run it as: run `useradd --system postgres`."
        );

    /// <summary>An existing cluster only ever runs as its owner.</summary>
    public static async Task<SystemUser> OwnerOfAsync(string path, CancellationToken cancellationToken)
    {
        string owner = await Command.ReadAsync("stat", ["--format=%u %g", path], cancellationToken);
        return Parse(owner) is { UserId: not 0 } user
            ? user
            : throw new EmbeddedPostgresException(
                $"{path} belongs to root, as whom PostgreSQL refuses to run: chown it to the user postgres."
            );
    }

    private static async Task<SystemUser?> NamedAsync(string name, CancellationToken cancellationToken)
    {
        CommandResult user = await Command.RunAsync("id", ["-u", name], cancellationToken);
        CommandResult group = await Command.RunAsync("id", ["-g", name], cancellationToken);
        return user.Succeeded && group.Succeeded ? Parse($"{user.Output} {group.Output}") : null;
    }

    private static SystemUser Parse(string text)
    {
        string[] ids = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(int.Parse(ids[0], CultureInfo.InvariantCulture), int.Parse(ids[1], CultureInfo.InvariantCulture));
    }
}
