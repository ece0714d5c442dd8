using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>Loads leads with their marks in one round trip, lets Domain decide, and writes what differs in another.</summary>
internal sealed class PostgresLeadAttribution(AppDbContext db) : ILeadAttribution
{
    // Sets beyond this are worked through in parts, so that memory stays bounded.
    private const int PartSize = 5000;

    private const string FindMentioning = $"""
        SELECT id FROM leads WHERE user_account_id = $1 AND creative_id = $2
        UNION
        SELECT l.id FROM lead_marks m JOIN leads l ON l.user_account_id = $1 AND l.amocrm_lead_id = m.amocrm_lead_id
        WHERE m.user_account_id = $1 AND (lower(m.value) = ANY ($3) OR m.value LIKE ANY ($4))
        UNION
        SELECT l.id FROM leads l CROSS JOIN LATERAL unnest({IntakeMarks.Sql}) AS value
        WHERE l.user_account_id = $1 AND (lower(value) = ANY ($3) OR value LIKE ANY ($4))
        """;

    public async Task DecideAsync(UserAccountId account, IReadOnlyCollection<LeadId> leads, CancellationToken cancellationToken)
    {
        foreach (var part in leads.Chunk(PartSize))
        {
            var found = await LeadReader.ReadAsync(db, account, part, cancellationToken);
            var decisions = await DecideAsync(account, found, lead => found.FieldsOf(lead.Version), cancellationToken);
            // The utm fields of a lead that was made of a deal follow its marks, whoever they point to.
            await DecisionWriter.WriteAsync(db, account, [.. decisions.Where(d => d.IsChange || d.IsAdopted)], cancellationToken);
        }
    }

    public async Task<IReadOnlyList<LeadDecision>> DecideNewAsync(
        UserAccountId account,
        IReadOnlyDictionary<LeadId, IReadOnlyList<Mark>> leads,
        CancellationToken cancellationToken
    )
    {
        var fields = await LeadReader.ReadNewestFieldsAsync(db, account, cancellationToken);
        var found = leads.Select(lead => new FoundLead(
            lead.Key,
            IsAdopted: true,
            Version: 0,
            Given: null,
            LeadAttribution.None,
            lead.Value
        ));
        return await DecideAsync(
            account,
            new([.. found], new Dictionary<int, IReadOnlyList<MappedField>>(), Applied: 0),
            _ => fields,
            cancellationToken
        );
    }

    public async Task DecideMentioningAsync(
        UserAccountId account,
        CreativeId creative,
        IReadOnlyCollection<string> values,
        CancellationToken cancellationToken
    )
    {
        var folded = values.Select(MarkText.Fold).ToArray();
        var numbers = folded.Where(value => value.Length >= 6 && value.All(char.IsAsciiDigit)).Select(id => $"%{id}%").ToArray();
        await using var batch = db.CreateBatch();
        batch.Add(
            FindMentioning,
            BatchCommands.Scalar(account.Value),
            BatchCommands.Scalar(creative.Value),
            BatchCommands.Scalar(folded),
            BatchCommands.Scalar(numbers)
        );
        var leads = new List<LeadId>();
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                leads.Add(new(reader.GetGuid(0)));
        await DecideAsync(account, leads, cancellationToken);
    }

    public async Task<IReadOnlyList<LeadDecision>> CompareAsync(
        UserAccountId account,
        LeadId? after,
        int limit,
        IReadOnlyList<MappedField>? fields,
        CancellationToken cancellationToken
    )
    {
        var found = await LeadReader.ReadPageAsync(db, account, after, limit, cancellationToken);
        return await DecideAsync(account, found, lead => fields ?? found.FieldsOf(lead.Version), cancellationToken);
    }

    public async Task CorrectAsync(UserAccountId account, LeadId lead, LeadAttribution? said, CancellationToken cancellationToken)
    {
        var found = await LeadReader.ReadAsync(db, account, [lead], cancellationToken);
        var corrected = found with { Leads = [.. found.Leads.Select(l => l with { Given = said })] };
        await WriteAsync(
            account,
            await DecideAsync(account, corrected, l => found.FieldsOf(l.Version), cancellationToken),
            cancellationToken
        );
    }

    public async Task<int> WriteAsync(
        UserAccountId account,
        IReadOnlyCollection<LeadDecision> decisions,
        CancellationToken cancellationToken
    )
    {
        var changes = decisions.Where(d => d.IsChange).ToList();
        await DecisionWriter.WriteAsync(db, account, changes, cancellationToken);
        return changes.Count;
    }

    private async Task<IReadOnlyList<LeadDecision>> DecideAsync(
        UserAccountId account,
        FoundLeads found,
        Func<FoundLead, IReadOnlyList<MappedField>> fieldsOf,
        CancellationToken cancellationToken
    )
    {
        if (found.Leads.Count == 0)
            return [];
        var byTitle = found.Leads.Any(lead => fieldsOf(lead).Any(field => field.Meaning == MappedField.Creative));
        var rules = await RulesReader.ReadAsync(
            db,
            account,
            found.Leads.SelectMany(lead => lead.Marks),
            byTitle,
            cancellationToken
        );
        return
        [
            .. found.Leads.Select(lead => new LeadDecision(
                lead.Id,
                lead.IsAdopted,
                lead.Decided,
                LeadAttribution.Decide(lead.Given, lead.Marks, rules, fieldsOf(lead)),
                lead.Marks
            )),
        ];
    }
}
