using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Writes marks of deals that are new, or known to be older than thought.</summary>
internal static class MarkWriter
{
    private const string Save = """
        INSERT INTO lead_marks (user_account_id, amocrm_lead_id, code, source, field, value, name, seen_at, position)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (user_account_id, amocrm_lead_id, code, source, field, value)
        DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at, position = excluded.position
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
            Save,
            rows.Column(r => r.Deal.Account.Value),
            rows.Column(r => r.Deal.Deal.Value),
            rows.Column(r => r.Mark.Code),
            rows.Column(r => SnakeCaseEnum<MarkSource>.Format(r.Mark.Source)),
            rows.Column(r => SnakeCaseEnum<MarkField>.Format(r.Mark.Field)),
            rows.Column(r => r.Mark.Value),
            rows.Column(r => r.Mark.Name),
            rows.Column(r => r.Mark.SeenAt),
            rows.Column(r => r.Mark.Position)
        );
    }

    private sealed record Row(DealKey Deal, Mark Mark);
}
