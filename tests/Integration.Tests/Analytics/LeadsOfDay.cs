namespace AmoCrmQualification.Integration.Tests.Analytics;

/// <summary>Leads by the day of their creation, as they are judged; days are those of Almaty.</summary>
internal static class LeadsOfDay
{
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public static DateOnly DaysAgo(int days) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Almaty).Date).AddDays(-days);

    /// <summary>Linked leads created at the noon of a day, the first of them qualified.</summary>
    public static Task InsertAsync(
        TestAccount account,
        Guid? creative,
        DateOnly day,
        int count,
        int qualified,
        TimeSpan? qualifiedAfter = null,
        bool isTest = false,
        bool isDeleted = false,
        string? phone = null
    )
    {
        var noon = new DateTimeOffset(
            day.ToDateTime(new(12, 0)),
            Almaty.GetUtcOffset(day.ToDateTime(new(12, 0)))
        ).ToUniversalTime();
        return account.Service.ExecuteAsync(
            """
            INSERT INTO leads (user_account_id, id, source_type, creative_id, amocrm_lead_id, amocrm_push, is_qualified,
                               first_qualified_at, is_deleted, is_test, phone_e164, created_at, updated_at)
            SELECT $1, gen_random_uuid(), 'website', $2::uuid, base + n, 'not_needed', n <= $4,
                   CASE WHEN n <= $4 THEN $6::timestamptz END, $7, $8, $9::text, $5, $5
            FROM generate_series(1, $3) n,
                 (SELECT coalesce(max(amocrm_lead_id), 0) AS base FROM leads WHERE user_account_id = $1) known
            """,
            account.Id,
            creative is { } id ? id : DBNull.Value,
            count,
            qualified,
            noon,
            noon + (qualifiedAfter ?? TimeSpan.FromDays(1)),
            isDeleted,
            isTest,
            phone is null ? DBNull.Value : phone
        );
    }
}
