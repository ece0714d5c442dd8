namespace AmoCrmQualification.Domain.Ledger;

/// <summary>Status of a lead by its deal's history and the stages that count as qualified today.</summary>
/// <param name="FirstQualifiedAt">Earliest entry into a stage that counts today; it stays when the lead moves on.</param>
public sealed record LeadStatus(Stage? Stage, bool IsQualified, DateTimeOffset? FirstQualifiedAt, bool IsDeleted)
{
    /// <param name="qualifies">True for a stage that counts today. One that is not synced yet does not.</param>
    public static LeadStatus From(Deal deal, Func<Stage, bool> qualifies)
    {
        var entries = deal.History.Select(row => row.Observation).Where(entry => qualifies(entry.Stage));
        return new(
            deal.CurrentStage,
            deal.CurrentStage is { } stage && qualifies(stage),
            entries.Min(entry => (DateTimeOffset?)entry.ChangedAt),
            deal.IsDeleted
        );
    }
}
