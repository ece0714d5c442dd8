using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Attribution;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Writes marks of deals that are new, or known to be older than thought.</summary>
internal static class MarkWriter
{
    private static readonly string s_save = $"""
        INSERT INTO lead_marks (user_account_id, amocrm_lead_id, {MarkColumns.Names()})
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (user_account_id, amocrm_lead_id, {MarkColumns.Key}) DO UPDATE SET {MarkColumns.Update}
        """;

    public static void AddCommands(NpgsqlBatch batch, IReadOnlyCollection<DealChange> changes)
    {
        var rows = changes
            .Where(c => c.HasNewMarks)
            .SelectMany(c => c.After.Marks.Except(c.Before.Marks), (c, mark) => new Row(c.After.Key, mark))
            .ToList();
        if (rows.Count == 0)
            return;
        batch.Add(
            s_save,
            [
                rows.Column(r => r.Deal.Account.Value),
                rows.Column(r => r.Deal.Deal.Value),
                .. MarkColumns.Values(rows, r => r.Mark),
            ]
        );
    }

    private sealed record Row(DealKey Deal, Mark Mark);
}
