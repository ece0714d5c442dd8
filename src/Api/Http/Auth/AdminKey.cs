using System.Security.Cryptography;
using AmoCrmQualification.Api.Configuration;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.People;
using AmoCrmQualification.Infrastructure.Accounts;

namespace AmoCrmQualification.Api.Http.Auth;

/// <summary>
/// The operator's key: configured, or made at the first start and printed once. With the embedded database it is kept
/// in the data directory, else only its hash is, in the database.
/// </summary>
internal sealed class AdminKey(ServiceSettings settings, ServiceDatabase database, ApiKeyDirectory keys) : IOperatorKey
{
    private const string FileName = "admin-key";

    /// <summary>Null until <see cref="PrepareAsync"/> has run.</summary>
    private byte[]? Hash { get; set; }

    public bool Is(string key) => HasHash(SecretKey.Hash(key));

    public bool HasHash(byte[] hash) => Hash is { } known && CryptographicOperations.FixedTimeEquals(known, hash);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (settings.Security.AdminApiKey is { } configured)
            Hash = SecretKey.Hash(configured);
        else if (database.IsEmbedded)
            Hash = SecretKey.Hash(await OfDataDirectoryAsync(cancellationToken));
        else
            Hash = await OfDatabaseAsync(cancellationToken);
    }

    private async Task<string> OfDataDirectoryAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(settings.Storage.FullPath, FileName);
        if (File.Exists(file))
            return (await File.ReadAllTextAsync(file, cancellationToken)).Trim();

        var key = SecretKey.New();
        var fresh = file + ".new";
        File.Delete(fresh);
        await using (
            var stream = new FileStream(
                fresh,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            )
        )
        await using (var writer = new StreamWriter(stream))
            await writer.WriteLineAsync(key.AsMemory(), cancellationToken);
        File.Move(fresh, file, overwrite: true);
        await PrintAsync(key, $"It is kept in {file}.");
        return key;
    }

    private async Task<byte[]> OfDatabaseAsync(CancellationToken cancellationToken)
    {
        if (await keys.AdminKeyHashAsync(cancellationToken) is { } known)
            return known;

        var key = SecretKey.New();
        var hash = SecretKey.Hash(key);
        if (!await keys.KeepAdminKeyHashAsync(hash, cancellationToken))
            return (await keys.AdminKeyHashAsync(cancellationToken))!;
        await PrintAsync(key, "It is shown this once.");
        return hash;
    }

    // To the console, not to the log: logs are collected.
    private static Task PrintAsync(string key, string fate) =>
        Console.Out.WriteLineAsync($"\nThe operator's key: {key}\n{fate}\n");
}
