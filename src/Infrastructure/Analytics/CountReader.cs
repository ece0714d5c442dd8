using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Infrastructure.Analytics;

internal static class CountReader
{
    /// <summary>An amount and its currency.</summary>
    public static MoneySum Money(this NpgsqlDataReader row, int first) =>
        new(row.IsDBNull(first) ? null : row.GetDecimal(first), row.IsDBNull(first + 1) ? null : row.GetString(first + 1));

    public static CreativeId? Creative(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new CreativeId(row.GetGuid(column));
}
