using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AmoCrmQualification.Infrastructure.AmoCrm.Json;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <param name="Skipped">Names of the rows that could not be read: what they are, and their ids.</param>
internal sealed record RowsRead<T>(IReadOnlyList<T> Rows, IReadOnlyList<string> Skipped);

/// <summary>Reads the rows of an answer one by one: one that cannot be read is left out and named in the log, and keeps no other back.</summary>
internal sealed class AmoRows(ILogger<AmoRows> log)
{
    private const int LongestId = 64;

    /// <param name="kind">What a row is: deal, event.</param>
    /// <param name="read">Null where the row lacks what it cannot do without.</param>
    public RowsRead<T> Read<TWire, T>(
        UserAccountId account,
        string kind,
        IReadOnlyList<JsonElement>? rows,
        Func<TWire, JsonElement, T?> read
    )
        where TWire : class
        where T : class
    {
        var (readable, skipped) = (new List<T>(), new List<string>());
        foreach (var row in rows ?? [])
        {
            if (AmoJson.Read<TWire>(row) is { } wire && read(wire, row) is { } understood)
                readable.Add(understood);
            else
                skipped.Add(Skip(account, kind, IdOf(row)));
        }

        return new(readable, skipped);
    }

    /// <summary>Names a row that cannot be read, here and in the log.</summary>
    public string Skip(UserAccountId account, string kind, string id)
    {
        log.LogWarning(
            "The {Kind} {Id} of account {Account} cannot be read as amoCRM gives it; it is left out",
            kind,
            id,
            account.Value
        );
        return $"{kind} {id}";
    }

    /// <summary>One without an id is known by what it is.</summary>
    private static string IdOf(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("id", out var id)
        && TolerantValues.Text(id) is { Length: <= LongestId } text
        && !text.Any(char.IsControl)
            ? text
            : $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.GetRawText())))[..12]}";
}
