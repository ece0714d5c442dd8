namespace AmoCrmQualification.Application.Data;

/// <summary>An account whose roll-ups differed from its histories when they were last verified.</summary>
public sealed class RollupDifferences : ITenantOwned
{
    private RollupDifferences() { } // written in SQL

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>The first of the verifications in a row that found any.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Found by the last.</summary>
    public int Count { get; private init; }
}
