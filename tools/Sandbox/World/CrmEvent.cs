namespace AmoCrmQualification.Sandbox.World;

/// <summary>A row of amoCRM's own journal. The values are kept as the JSON that the API gives.</summary>
public sealed record CrmEvent(
    string Id,
    string Type,
    string EntityType,
    long EntityId,
    long CreatedBy,
    long CreatedAt,
    string ValueAfter,
    string ValueBefore
);
