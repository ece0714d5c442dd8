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
        FROM unnest($1, $2, $3) AS s (account, lead, created_at)
        WHERE l.user_account_id = s.account AND l.id = s.lead AND l.source_type = 'crm'
        """;

    private const string Release = """
        UPDATE leads l SET amocrm_lead_id = NULL FROM unnest($1, $2) AS released (account, lead)
        WHERE l.user_account_id = account AND l.id = lead AND l.source_type = 'crm'
        """;

    private const string Remove = $"""
        DELETE FROM leads l USING unnest($1, $2, $3) AS taken (account, released, lead)
        WHERE l.user_account_id = account AND l.id = released AND l.source_type = 'crm'
        RETURNING account, lead, l.is_test, l.attribution_rule = '{AttributionRule.Given}', l.creative_id
        """;

    private const string MoveSales = """
        UPDATE sales s SET lead_id = taken.lead, updated_at = now() FROM unnest($1, $2, $3) AS taken (account, deal, lead)
        WHERE s.user_account_id = account AND s.amocrm_deal_id = deal
        """;

    private const string LinkTagged = """
        UPDATE leads l SET amocrm_lead_id = tagged.deal, amocrm_push = 'not_needed', updated_at = now()
        FROM unnest($1, $2, $3) AS tagged (account, deal, lead)
        WHERE l.user_account_id = account AND l.id = lead AND l.amocrm_lead_id IS NULL
        """;

    public static void AddCommands(NpgsqlBatch batch, IReadOnlyCollection<DealChange> changes)
    {
        AddTakenOver(batch, [.. changes.Where(c => c.IsTakenOver)]);
        AddLinked(batch, [.. changes.Where(c => c.IsLinkedByTag)]);
        AddMoved(batch, [.. changes.Where(c => c.After.IsAdopted && !c.IsLinked && c.Before.CreatedAt != c.After.CreatedAt)]);
    }

    /// <summary>
    /// Their deals are free for the leads that take them over: a deal belongs to one lead. They are removed once those have them.
    /// </summary>
    public static void AddRelease(NpgsqlBatch batch, IReadOnlyCollection<Deal> deals) =>
        batch.Add(Release, deals.Column(d => d.Key.Account.Value), deals.Column(d => d.Lead!.Value.Value));

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
        batch.Add(
            Remove,
            taken.Column(c => c.After.Key.Account.Value),
            taken.Column(c => c.Before.Lead!.Value.Value),
            taken.Column(c => c.After.Lead!.Value.Value)
        );
        var words = new List<PersonsWord>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            words.Add(
                new(
                    new(reader.GetGuid(0)),
                    new(reader.GetGuid(1)),
                    reader.GetBoolean(2),
                    reader.GetBoolean(3),
                    reader.IsDBNull(4) ? null : new CreativeId(reader.GetGuid(4))
                )
            );
        return words;
    }

    private static void AddMoved(NpgsqlBatch batch, List<DealChange> moved)
    {
        if (moved.Count > 0)
            batch.Add(
                MoveCreation,
                moved.Column(c => c.After.Key.Account.Value),
                moved.Column(c => c.After.Lead!.Value.Value),
                moved.Column(c => c.After.CreatedAt!.Value)
            );
    }

    private static void AddTakenOver(NpgsqlBatch batch, List<DealChange> taken)
    {
        if (taken.Count == 0)
            return;
        AddRelease(batch, [.. taken.Select(c => c.Before)]);
        AddByDeal(batch, MoveSales, taken);
    }

    private static void AddLinked(NpgsqlBatch batch, List<DealChange> linked)
    {
        if (linked.Count > 0)
            AddByDeal(batch, LinkTagged, linked);
    }

    private static void AddByDeal(NpgsqlBatch batch, string sql, List<DealChange> changes) =>
        batch.Add(
            sql,
            changes.Column(c => c.After.Key.Account.Value),
            changes.Column(c => c.After.Key.Deal.Value),
            changes.Column(c => c.After.Lead!.Value.Value)
        );
}

/// <summary>Decisions of people on a lead that was made of a deal, before another lead took the deal over.</summary>
/// <param name="Lead">The lead that has the deal now.</param>
/// <param name="IsCorrected">They said which creative brought it, or that none did.</param>
internal sealed record PersonsWord(UserAccountId Account, LeadId Lead, bool IsTest, bool IsCorrected, CreativeId? Creative);
