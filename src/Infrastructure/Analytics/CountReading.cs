using AmoCrmQualification.Application.Analytics;
using Npgsql;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal static class CountReading
{
    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await row.ReadAsync(cancellationToken))
            rows.Add(read(row));
        return rows;
    }

    /// <summary>The columns of <see cref="CohortSql.Outcome"/>; none of them is there where only money was spent.</summary>
    public static OutcomeCount Outcome(this NpgsqlDataReader row, int first, int spend)
    {
        decimal? spent = row.IsDBNull(spend) ? null : row.GetDecimal(spend);
        if (row.IsDBNull(first))
            return OutcomeCount.None with { Spend = spent };
        return new(
            row.GetInt64(first),
            row.GetInt64(first + 1),
            row.GetInt64(first + 2),
            row.GetInt64(first + 3),
            row.IsDBNull(first + 4) ? null : row.GetDecimal(first + 4),
            spent
        );
    }
}
