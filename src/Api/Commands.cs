using System.Data.Common;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Infrastructure.Distribution;
using AmoCrmQualification.Infrastructure.Persistence;
using AmoCrmQualification.Infrastructure.Rollups;

namespace AmoCrmQualification.Api;

/// <summary>Commands of the command line, run instead of the service.</summary>
internal static class Commands
{
    private const string Migrate = "migrate";
    private const string OpenApi = "openapi";
    private const string RewrapKeys = "rewrap-keys";
    private const string VerifyRollups = "rollups verify";
    private const string RebuildRollups = "rollups rebuild";
    private const string Distribute = "distribute";

    private static readonly string[] Known = [Migrate, OpenApi, RewrapKeys, VerifyRollups, RebuildRollups, Distribute];

    /// <summary>Null: to serve. Arguments <c>--name value</c> and <c>name=value</c> are configuration.</summary>
    public static string? Read(string[] args)
    {
        List<string> words = [];
        for (var i = 0; i < args.Length; i++)
        {
            var isOption = args[i].StartsWith("--", StringComparison.Ordinal);
            if (args[i].Contains('=', StringComparison.Ordinal))
                continue;
            if (isOption && i + 1 < args.Length && !args[i + 1].StartsWith('-'))
                i++;
            else
                words.Add(args[i]);
        }

        return string.Join(' ', words) switch
        {
            "" => null,
            var command when Known.Contains(command, StringComparer.Ordinal) => command,
            var unknown => throw new UnknownCommandException($"Unknown command: {unknown}. Known: {string.Join(", ", Known)}."),
        };
    }

    /// <summary>Returns the exit code.</summary>
    public static async Task<int> DoAsync(this WebApplication app, string command, CancellationToken cancellationToken)
    {
        try
        {
            switch (command)
            {
                case Migrate:
                    await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
                    break;
                case RewrapKeys:
                    await app.RewrapAsync(cancellationToken);
                    break;
                case OpenApi:
                    app.MapService();
                    await Console.Out.WriteLineAsync(await app.DescribeAsync(cancellationToken));
                    break;
                case VerifyRollups:
                    return await app.VerifyRollupsAsync(cancellationToken);
                case RebuildRollups:
                    var rebuilt = await app.Services.GetRequiredService<StoredRollups>().RebuildAsync(cancellationToken);
                    await Console.Out.WriteLineAsync($"Rows made anew: {rebuilt}.");
                    break;
                case Distribute:
                    await app.DistributeAsync(cancellationToken);
                    break;
            }

            return 0;
        }
        catch (DbException e)
        {
            throw new ConfigurationException($"The database cannot be used: {e.Message}");
        }
    }

    /// <summary>One line for each difference; none: 0.</summary>
    private static async Task<int> VerifyRollupsAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var code = 0;
        await foreach (var found in app.Services.GetRequiredService<StoredRollups>().VerifyAsync(cancellationToken))
        {
            code = 1;
            await Console.Out.WriteLineAsync(
                $"{found.Account.Value} {found.Rollup}, {found.Subject}: stored {found.Stored}; computed {found.Computed}"
            );
        }

        return code;
    }

    private static async Task DistributeAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        if (!await app.Services.GetRequiredService<Distributor>().DistributeAsync(Console.Out.WriteLineAsync, cancellationToken))
            throw new ConfigurationException(
                "The database has no Citus, and its tables stay where they are. An administrator makes it one: CREATE EXTENSION citus."
            );
    }

    private static async Task RewrapAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var settings = app.Services.GetRequiredService<ServiceSettings>();
        if (settings.Security.MasterKey is null)
            throw ConfigurationException.Bad("Security:MasterKey", "it is missing, and it is what the keys are wrapped by");
        var former = settings.Security.FormerMasterKey is { } secret ? new MasterKey(secret) : null;
        var (rewrapped, closed) = await app.Services.GetRequiredService<KeyRing>().RewrapAsync(former, cancellationToken);
        if (closed > 0)
            throw ConfigurationException.Bad(
                "Security:FormerMasterKey",
                $"neither it nor Security__MasterKey opens {closed} keys; nothing was changed"
            );
        await Console.Out.WriteLineAsync($"Keys wrapped anew: {rewrapped}.");
    }
}

/// <summary>Arguments that say nothing; the message lists those that do.</summary>
internal sealed class UnknownCommandException(string message) : Exception(message)
{
    /// <summary>EX_USAGE of sysexits.</summary>
    public const int ExitCode = 64;
}
