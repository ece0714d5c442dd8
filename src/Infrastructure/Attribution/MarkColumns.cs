using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>The columns of a deal's marks, spelt here alone: statements are made of them, and rows are read in their order.</summary>
internal static class MarkColumns
{
    private static readonly string[] s_key = ["code", "source", "field", "value"];
    private static readonly string[] s_facts = ["name", "seen_at", "position"];

    /// <summary>The key within a deal.</summary>
    public static string Key => string.Join(", ", s_key);

    /// <summary>Assigns what an earlier report of a mark changes.</summary>
    public static string Update => string.Join(", ", s_facts.Select(column => $"{column} = excluded.{column}"));

    /// <summary>The key and the facts, each preceded by its table's alias.</summary>
    public static string Names(string alias = "") => string.Join(", ", s_key.Concat(s_facts).Select(column => alias + column));

    /// <summary>In the order of their names.</summary>
    public static NpgsqlParameter[] Values<TRow>(IReadOnlyCollection<TRow> rows, Func<TRow, Mark> mark) =>
        [
            rows.Column(r => mark(r).Code),
            rows.Column(r => SnakeCaseEnum<MarkSource>.Format(mark(r).Source)),
            rows.Column(r => SnakeCaseEnum<MarkField>.Format(mark(r).Field)),
            rows.Column(r => mark(r).Value),
            rows.Column(r => mark(r).Name),
            rows.Column(r => mark(r).SeenAt),
            rows.Column(r => mark(r).Position),
        ];

    /// <param name="first">Place of the first of them in the row.</param>
    public static Mark Read(NpgsqlDataReader row, int first) =>
        new(
            Code: row.GetString(first),
            Source: SnakeCaseEnum<MarkSource>.Parse(row.GetString(first + 1)),
            Field: SnakeCaseEnum<MarkField>.Parse(row.GetString(first + 2)),
            Value: row.GetString(first + 3),
            Name: row.IsDBNull(first + 4) ? null : row.GetString(first + 4),
            SeenAt: row.GetFieldValue<DateTimeOffset>(first + 5),
            Position: row.GetInt32(first + 6)
        );
}
