using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Changes the leads that were made of deals, and removes those that turn out to be another lead's.</summary>
internal static class AdoptedLeadWriter
{
    private const string MoveCreation = """
        UPDATE leads l SET created_at = s.created_at, updated_at = now()
        FROM unnest($2, $3) AS s (lead, created_at)
        WHERE l.user_account_id = $1 AND l.id = s.lead AND l.source_type = 'crm'
        """;

    private const string Release = """
        UPDATE leads SET amocrm_lead_id = NULL WHERE user_account_id = $1 AND id = ANY ($2) AND source_type = 'crm'
        """;

    private const string Remove = $"""
        DELETE FROM leads l USING unnest($2, $3) AS taken (released, lead)
        WHERE l.user_account_id = $1 AND l.id = released AND l.source_type = 'crm'
        RETURNING l.user_account_id, lead, l.is_test, l.attribution_rule = '{AttributionRule.Given}', l.creative_id
        """;

    private const string MoveSales = """
        UPDATE sales s SET lead_id = taken.lead, updated_at = now() FROM unnest($2, $3) AS taken (deal, lead)
        WHERE s.user_account_id = $1 AND s.amocrm_deal_id = deal
        """;

    private const string LinkTagged = """
        UPDATE leads l SET amocrm_lead_id = tagged.deal, amocrm_push = 'not_needed', updated_at = now()
        FROM unnest($2, $3) AS tagged (deal, lead)
        WHERE l.user_account_id = $1 AND l.id = lead AND l.amocrm_lead_id IS NULL
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        AddTakenOver(batch, account, [.. changes.Where(c => c.IsTakenOver)]);
        AddLinked(batch, account, [.. changes.Where(c => c.IsLinkedByTag)]);
        AddMoved(
            batch,
            account,
            [.. changes.Where(c => c.After.IsAdopted && !c.IsLinked && c.Before.CreatedAt != c.After.CreatedAt)]
        );
    }

    /// <summary>
    /// Their deals are free for the leads that take them over: a deal belongs to one lead. They are removed once those have them.
    /// </summary>
    public static void AddRelease(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<Deal> deals) =>
        batch.Add(Release, BatchCommands.Scalar(account.Value), deals.Column(d => d.Lead!.Value.Value));

    /// <summary>Removes the leads whose deals were taken over, and returns what people had said of them.</summary>
    public static async Task<IReadOnlyList<PersonsWord>> RemoveAsync(
        AppDbContext db,
        IReadOnlyCollection<DealChange> taken,
        CancellationToken cancellationToken
    )
    {
        if (taken.Count == 0)
            return [];
        await using var batch = db.CreateBatch();
        foreach (var account in taken.GroupBy(c => c.After.Key.Account))
            AddByLead(batch, Remove, account.Key, [.. account], c => c.Before.Lead!.Value.Value);
        var words = new List<PersonsWord>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do while (await reader.ReadAsync(cancellationToken))
            words.Add(WordOf(reader));
        while (await reader.NextResultAsync(cancellationToken));
        return words;
    }

    private static PersonsWord WordOf(NpgsqlDataReader row) =>
        new(
            new(row.GetGuid(0)),
            new(row.GetGuid(1)),
            row.GetBoolean(2),
            row.GetBoolean(3),
            row.IsDBNull(4) ? null : new CreativeId(row.GetGuid(4))
        );

    private static void AddMoved(NpgsqlBatch batch, UserAccountId account, List<DealChange> moved)
    {
        if (moved.Count > 0)
            batch.Add(
                MoveCreation,
                BatchCommands.Scalar(account.Value),
                moved.Column(c => c.After.Lead!.Value.Value),
                moved.Column(c => c.After.CreatedAt!.Value)
            );
    }

    private static void AddTakenOver(NpgsqlBatch batch, UserAccountId account, List<DealChange> taken)
    {
        if (taken.Count == 0)
            return;
        AddRelease(batch, account, [.. taken.Select(c => c.Before)]);
        AddByLead(batch, MoveSales, account, taken, c => c.After.Key.Deal.Value);
    }

    private static void AddLinked(NpgsqlBatch batch, UserAccountId account, List<DealChange> linked)
    {
        if (linked.Count > 0)
            AddByLead(batch, LinkTagged, account, linked, c => c.After.Key.Deal.Value);
    }

    private static void AddByLead<TKey>(
        NpgsqlBatch batch,
        string sql,
        UserAccountId account,
        List<DealChange> changes,
        Func<DealChange, TKey> key
    ) => batch.Add(sql, BatchCommands.Scalar(account.Value), changes.Column(key), changes.Column(c => c.After.Lead!.Value.Value));
}

/// <summary>Decisions of people on a lead that was made of a deal, before another lead took the deal over.</summary>
/// <param name="Lead">The lead that has the deal now.</param>
/// <param name="IsCorrected">They said which creative brought it, or that none did.</param>
internal sealed record PersonsWord(UserAccountId Account, LeadId Lead, bool IsTest, bool IsCorrected, CreativeId? Creative);
