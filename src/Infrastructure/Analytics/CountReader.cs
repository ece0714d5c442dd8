using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal static class CountReader
{
    /// <summary>The columns of <see cref="CohortSql.Outcome"/>.</summary>
    public static OutcomeCount Outcome(this NpgsqlDataReader row, int first) =>
        new(
            row.GetInt64(first),
            row.GetInt64(first + 1),
            row.GetInt64(first + 2),
            row.GetInt64(first + 3),
            row.GetInt64(first + 4),
            row.GetInt64(first + 5),
            row.GetInt64(first + 6),
            row.Money(first + 7),
            row.GetInt64(first + 9),
            row.GetInt64(first + 10)
        );

    /// <summary>An amount and its currency.</summary>
    public static MoneySum Money(this NpgsqlDataReader row, int first) =>
        new(row.IsDBNull(first) ? null : row.GetDecimal(first), row.IsDBNull(first + 1) ? null : row.GetString(first + 1));

    public static CreativeId? Creative(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new CreativeId(row.GetGuid(column));

    public static DateTimeOffset? Instant(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
