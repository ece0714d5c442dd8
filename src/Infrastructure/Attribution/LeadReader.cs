using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <param name="Given">What intake or a person said of it.</param>
internal sealed record FoundLead(
    LeadId Id,
    bool IsAdopted,
    int Version,
    LeadAttribution? Given,
    LeadAttribution Decided,
    IReadOnlyList<Mark> Marks
);

/// <summary>Leads, and the fields that each version of the account's settings maps.</summary>
/// <param name="Applied">The newest version that rules older leads too.</param>
internal sealed record FoundLeads(
    IReadOnlyList<FoundLead> Leads,
    IReadOnlyDictionary<int, IReadOnlyList<MappedField>> Settings,
    int Applied
)
{
    public IReadOnlyList<MappedField> FieldsOf(int version) => Settings.GetValueOrDefault(Math.Max(version, Applied), []);
}

/// <summary>
/// Reads leads with all their marks and what was decided of them. Erased leads have no marks any more: what was decided stays.
/// </summary>
internal static class LeadReader
{
    private const string Some = "l.erased_at IS NULL AND l.user_account_id = $1 AND l.id = ANY ($2)";
    private const string Page =
        "l.erased_at IS NULL AND l.user_account_id = $1 AND l.id IN (SELECT id FROM leads WHERE user_account_id = $1 AND id > $2 AND erased_at IS NULL ORDER BY id LIMIT $3)";

    private const string LeadColumns = $"""
        SELECT l.id, l.source_type = 'crm', l.attribution_version, l.creative_id, l.attribution_rule, l.attribution_ad_id,
               l.attribution_code, l.attribution_value, l.created_at, {IntakeMarks.Sql}
        FROM leads l
        """;

    // By each lead's key, which OFFSET 0 insists on: while a backfill fills the table, the planner knows nothing of its size and
    // would read all marks of the account for each page.
    private static readonly string s_marks = $"""
        SELECT l.id, {MarkColumns.Names("m.")}
        FROM leads l CROSS JOIN LATERAL (
          SELECT * FROM lead_marks m WHERE m.user_account_id = $1 AND m.amocrm_lead_id = l.amocrm_lead_id OFFSET 0) m
        """;

    private const string Settings =
        "SELECT version, fields, applied_at IS NOT NULL FROM attribution_settings WHERE user_account_id = $1";

    private const string NewestFields =
        "SELECT fields FROM attribution_settings WHERE user_account_id = $1 ORDER BY version DESC LIMIT 1";

    public static Task<FoundLeads> ReadAsync(
        AppDbContext db,
        UserAccountId account,
        IReadOnlyCollection<LeadId> leads,
        CancellationToken cancellationToken
    ) => ReadAsync(db, account, Some, () => [leads.Column(l => l.Value)], cancellationToken);

    public static Task<FoundLeads> ReadPageAsync(
        AppDbContext db,
        UserAccountId account,
        LeadId? after,
        int limit,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            db,
            account,
            Page,
            () => [BatchCommands.Scalar(after?.Value ?? Guid.Empty), BatchCommands.Scalar(limit)],
            cancellationToken
        );

    /// <summary>The fields that rule what comes from now on.</summary>
    public static async Task<IReadOnlyList<MappedField>> ReadNewestFieldsAsync(
        AppDbContext db,
        UserAccountId account,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add(NewestFields, BatchCommands.Scalar(account.Value));
        return await batch.ExecuteScalarAsync(cancellationToken) is string fields
            ? StoredJson.Parse<List<MappedField>>(fields)
            : [];
    }

    private static async Task<FoundLeads> ReadAsync(
        AppDbContext db,
        UserAccountId account,
        string which,
        Func<NpgsqlParameter[]> parameters,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        batch.Add($"{s_marks} WHERE {which}", [BatchCommands.Scalar(account.Value), .. parameters()]);
        batch.Add(Settings, BatchCommands.Scalar(account.Value));
        batch.Add($"{LeadColumns} WHERE {which} ORDER BY l.id", [BatchCommands.Scalar(account.Value), .. parameters()]);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);

        var marks = new List<(Guid Lead, Mark Mark)>();
        while (await reader.ReadAsync(cancellationToken))
            marks.Add((reader.GetGuid(0), MarkColumns.Read(reader, first: 1)));
        var byLead = marks.ToLookup(m => m.Lead, m => m.Mark);

        var (settings, applied) = (new Dictionary<int, IReadOnlyList<MappedField>>(), 0);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            settings.Add(reader.GetInt32(0), StoredJson.Parse<List<MappedField>>(reader.GetString(1)));
            if (reader.GetBoolean(2))
                applied = Math.Max(applied, reader.GetInt32(0));
        }

        var leads = new List<FoundLead>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            leads.Add(LeadOf(reader, byLead[reader.GetGuid(0)]));
        return new(leads, settings, applied);
    }

    private static FoundLead LeadOf(NpgsqlDataReader row, IEnumerable<Mark> ofDeal)
    {
        CreativeId? creative = row.IsDBNull(3) ? null : new(row.GetGuid(3));
        var rule = Text(row, 4) ?? AttributionRule.None;
        var evidence = Text(row, 6) is { } code ? new MarkEvidence(code, row.GetString(7)) : null;
        var decided = new LeadAttribution(creative, Text(row, 5), rule, evidence);
        var brought = row.IsDBNull(9)
            ? []
            : IntakeMarks.Read(row.GetFieldValue<string?[]>(9), row.GetFieldValue<DateTimeOffset>(8));
        return new(
            new(row.GetGuid(0)),
            row.GetBoolean(1),
            row.GetInt32(2),
            rule == AttributionRule.Given ? decided : null,
            decided,
            [.. brought, .. ofDeal]
        );
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
