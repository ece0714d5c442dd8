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
        SELECT $1, m.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) AS m
        ON CONFLICT (user_account_id, amocrm_lead_id, {MarkColumns.Key}) DO UPDATE SET {MarkColumns.Update}
        """;

    public static void AddCommands(NpgsqlBatch batch, UserAccountId account, IReadOnlyCollection<DealChange> changes)
    {
        var rows = changes
            .Where(c => c.HasNewMarks)
            .SelectMany(c => c.After.Marks.Except(c.Before.Marks), (c, mark) => new Row(c.After.Key.Deal, mark))
            .ToList();
        if (rows.Count == 0)
            return;
        batch.Add(
            s_save,
            [BatchCommands.Scalar(account.Value), rows.Column(r => r.Deal.Value), .. MarkColumns.Values(rows, r => r.Mark)]
        );
    }

    private sealed record Row(DealId Deal, Mark Mark);
}
