using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Infrastructure.Rollups;

namespace AmoCrmQualification.Infrastructure.Analytics;

/// <summary>
/// Reads days as they are stored, and those that changed since from the leads, in one statement: the answer is always what the leads say.
/// A cohort as it stood in the past is read from the leads alone, as is one that leaves single leads out.
/// </summary>
internal sealed class PostgresCohortDays(AnalyticsDatabase database) : ICohortDays
{
    private const string Unknown = "XXX"; // a currency, as ISO 4217 has it

    private const string IsAskedAndFresh = """
        day >= ($2::date[])[1] AND day <= ($2::date[])[cardinality($2::date[])] AND day NOT IN (SELECT day FROM day)
        """;

    public async Task<IReadOnlyList<IReadOnlyList<CohortDay>>> ReadEachAsync(
        IReadOnlyList<Cohort> cohorts,
        LeadParts parts,
        CancellationToken cancellationToken
    )
    {
        var bounds = await database.ListEachAsync(cohorts.Select(Bounds), cancellationToken);
        return await database.ListEachAsync(
            cohorts.Zip(
                bounds,
                (cohort, own) =>
                    Statement(cohort, AccountDays.Between(own[0], cohort.Zone, cohort.First, cohort.Last), PartsOf(cohort, parts))
            ),
            cancellationToken
        );
    }

    private static CountStatement<(DateTimeOffset? First, DateTimeOffset? Last)> Bounds(Cohort cohort) =>
        new(AccountDays.Bounds, [BatchCommands.Scalar(cohort.Account.Value)], AccountDays.Read);

    /// <summary>Adds the times that modes need which are not counted beforehand.</summary>
    private static LeadParts PartsOf(Cohort cohort, LeadParts asked) =>
        cohort.Mode is QualificationMode.Within or QualificationMode.Judged ? asked | LeadParts.Times : asked;

    private static CountStatement<CohortDay> Statement(Cohort cohort, AccountDays days, LeadParts parts) =>
        new(
            Read(cohort, parts),
            [
                BatchCommands.Scalar(cohort.Account.Value),
                .. days.Parameters,
                BatchCommands.Scalar(cohort.Direction?.Value),
                BatchCommands.Scalar(cohort.Creative?.Value),
                BatchCommands.Scalar(cohort.AsOf),
                cohort.Repeats.Column(lead => lead.Value),
            ],
            row => DayOf(row, cohort.Currency)
        );

    private static string Read(Cohort cohort, LeadParts parts)
    {
        var terms = CohortTerms.From(cohort, parts);
        var columns = terms.AsksEach ? CohortDaySql.Columns : CohortDaySql.Counts;
        var isStored = !cohort.IsPast && cohort.Repeats.Count == 0;
        var suffix = cohort.Mode switch
        {
            QualificationMode.Current => "now",
            QualificationMode.ReachedOrPassed => "reached",
            _ => "ever",
        };
        return $"""
            WITH asked AS {AccountDays.Rows},
            {When(terms.AsksReached, CohortDaySql.CountingStages + ",")}
            day AS MATERIALIZED (SELECT * FROM asked AS day {When(isStored, $"WHERE NOT {CohortDaySql.IsFresh}")})
            SELECT creative_id, day, currency, chosen, deleted, tests, leads, qualified_now, qualified_ever, qualified_{suffix},
              won, won_{suffix}, won_without_amount, amount,
              {Each(cohort, parts)}
            FROM (
              SELECT {columns} FROM ({CohortDaySql.CountAs(terms)}) AS live
              {When(
                isStored,
                $"UNION ALL SELECT {columns} FROM cohort_days WHERE user_account_id = $1 AND {IsAskedAndFresh}"
            )}) AS c
            WHERE {Chosen(cohort)}
            """;
    }

    private static string Each(Cohort cohort, LeadParts parts)
    {
        var after = cohort.Mode == QualificationMode.ReachedOrPassed ? "reached_after" : "qualified_after";
        return string.Join(
            ", ",
            parts == LeadParts.None ? "NULL" : "created",
            When(parts, LeadParts.Times, $"{after}, is_qualified, sold, amounts", "NULL, NULL, NULL, NULL"),
            When(parts, LeadParts.Ends, "won_after, lost_after", "NULL, NULL"),
            When(parts, LeadParts.People, "people", "NULL"),
            When(parts, LeadParts.Visits, "visits", "NULL")
        );
    }

    /// <summary>The creative's direction counts where it has one, as its spend has no other; else the lead's own.</summary>
    private static string Chosen(Cohort cohort) =>
        $"""
            true
            {When(
                cohort.Direction is not null,
                $"AND (creative_id IN ({Creatives("= $6")}) OR (direction_id = $6 AND creative_id NOT IN ({Creatives("IS NOT NULL")})))"
            )}
            {When(cohort.Creative is not null, "AND creative_id = $7")}
            {When(cohort.WithoutCreative, $"AND creative_id = {CohortDaySql.Nobody}")}
            {When(cohort.Mode == QualificationMode.Judged, $"AND creative_id IN ({Creatives("IS NOT NULL")})")}
            """;

    private static string Creatives(string direction) =>
        $"SELECT k.id FROM creatives k WHERE k.user_account_id = $1 AND k.direction_id {direction}";

    private static string When(LeadParts parts, LeadParts asked, string columns, string none) =>
        parts.HasFlag(asked) ? columns : none;

    private static string When(bool isAsked, string sql) => CohortSql.When(isAsked, sql);

    private static CohortDay DayOf(NpgsqlDataReader row, string? currencyOfAccount)
    {
        var currency = row.GetString(2) switch
        {
            "" => null,
            Unknown => currencyOfAccount,
            var known => known,
        };
        return new(
            row.GetGuid(0) is var creative && creative == Guid.Empty ? null : new(creative),
            row.GetFieldValue<DateOnly>(1),
            row.GetInt64(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetInt64(7),
            row.GetInt64(8),
            row.GetInt64(9),
            row.GetInt64(10),
            row.GetInt64(11),
            row.GetInt64(12),
            row.GetDecimal(13) is var amount && amount == 0 ? MoneySum.Nothing : new(amount, currency),
            new(
                PackedNumbers.Instants(Packed(row, 14)),
                PackedNumbers.Ints(Packed(row, 15)),
                PackedNumbers.Bools(Packed(row, 16)),
                PackedNumbers.Bools(Packed(row, 17)),
                PackedNumbers.Longs(Packed(row, 18)),
                currency,
                PackedNumbers.Ints(Packed(row, 19)),
                PackedNumbers.Ints(Packed(row, 20)),
                PackedNumbers.Longs(Packed(row, 21)),
                PackedNumbers.Visits(Packed(row, 22))
            )
        );
    }

    private static byte[] Packed(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? [] : row.GetFieldValue<byte[]>(column);
}
