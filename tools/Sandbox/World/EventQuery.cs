namespace AmoCrmQualification.Sandbox.World;

/// <summary>Filter of the journal; an empty set asks for everything.</summary>
internal sealed record EventQuery
{
    public IReadOnlySet<string> Types { get; init; } = new HashSet<string>();
    public IReadOnlySet<string> Entities { get; init; } = new HashSet<string>();
    public IReadOnlySet<long> EntityIds { get; init; } = new HashSet<long>();
    public IReadOnlySet<long> People { get; init; } = new HashSet<long>();
    public long From { get; init; } = long.MinValue;
    public long To { get; init; } = long.MaxValue;
    public bool Ascending { get; init; } = true;

    public bool IsType(string type) => Types.Count == 0 || Types.Contains(type);

    public bool IsEntity(string entity) => Entities.Count == 0 || Entities.Contains(entity);

    public bool Fits(CrmEvent e) =>
        IsType(e.Type)
        && IsEntity(e.EntityType)
        && (EntityIds.Count == 0 || EntityIds.Contains(e.EntityId))
        && e.CreatedAt >= From
        && e.CreatedAt <= To;

    public bool IsBy(long person) => People.Count == 0 || People.Contains(person);
}
