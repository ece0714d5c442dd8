namespace AmoCrmQualification.Sandbox.World;

internal enum LeadOrder
{
    Id,
    CreatedAt,
    UpdatedAt,
}

/// <summary>Deals by the times that a backfill asks for; both ends of a span are included.</summary>
internal sealed record LeadQuery
{
    private static readonly (long From, long To) Always = (long.MinValue, long.MaxValue);

    public (long From, long To) Created { get; init; } = Always;
    public (long From, long To) Updated { get; init; } = Always;
    public LeadOrder By { get; init; }
    public bool Ascending { get; init; } = true;

    public bool IsCreated(long at) => at >= Created.From && at <= Created.To;

    public bool IsUpdated(long at) => at >= Updated.From && at <= Updated.To;

    public Row<CrmLead> RowOf(CrmLead lead) =>
        new(
            By switch
            {
                LeadOrder.CreatedAt => lead.CreatedAt,
                LeadOrder.UpdatedAt => lead.UpdatedAt,
                LeadOrder.Id => lead.Id,
            },
            lead.Id,
            lead,
            null
        );
}
