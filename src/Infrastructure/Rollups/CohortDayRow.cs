namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>
/// Leads that were created on one day, of one creative and direction, whose sales are in one currency: their counts, and for each
/// that figures count what counts of it. Written in SQL; see <see cref="CohortDaySql"/>.
/// </summary>
internal sealed class CohortDayRow : ITenantOwned
{
    private CohortDayRow() { }

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>In the time zone of <see cref="CohortSettings"/>.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Zero where there is none, as are those without a direction.</summary>
    public Guid CreativeId { get; private init; }

    public Guid DirectionId { get; private init; }

    /// <summary>Empty without an amount, XXX where it is not known.</summary>
    public string Currency { get; private init; } = "";

    public int Chosen { get; private init; }
    public int Deleted { get; private init; }
    public int Tests { get; private init; }
    public int Leads { get; private init; }
    public int QualifiedNow { get; private init; }
    public int QualifiedEver { get; private init; }
    public int QualifiedReached { get; private init; }
    public int Won { get; private init; }
    public int WonNow { get; private init; }
    public int WonEver { get; private init; }
    public int WonReached { get; private init; }
    public int WonWithoutAmount { get; private init; }
    public decimal Amount { get; private init; }

    // Of each lead in the order of their creation, packed; see PackedNumbers. Times are minutes after it, rounded up.
    public byte[]? Created { get; private init; }
    public byte[]? IsQualified { get; private init; }
    public byte[]? QualifiedAfter { get; private init; }
    public byte[]? ReachedAfter { get; private init; }
    public byte[]? Sold { get; private init; }
    public byte[]? Amounts { get; private init; }
    public byte[]? WonAfter { get; private init; }
    public byte[]? LostAfter { get; private init; }

    /// <summary>The same number for the same phone, an odd one, or without a phone the same e-mail, an even one.</summary>
    public byte[]? People { get; private init; }

    /// <summary>Of its deal, in their order.</summary>
    public byte[]? Visits { get; private init; }
}

/// <summary>The settings with which the days of an account were counted. Days that were counted with others are not read.</summary>
internal sealed class CohortSettings : ITenantOwned
{
    private CohortSettings() { }

    public UserAccountId UserAccountId { get; private init; }
    public string TimeZone { get; private init; } = "";

    /// <summary>A digest of the order of all stages, and of which are flagged.</summary>
    public string Stages { get; private init; } = "";

    /// <summary>Days that change are not counted again before.</summary>
    public DateTimeOffset RestsUntil { get; private init; }
}

/// <summary>
/// Leads created on this day changed since it was counted: until it is counted again it is read from the leads. Written by triggers,
/// so that no change is forgotten, whoever makes it.
/// </summary>
internal sealed class StaleDay : ITenantOwned
{
    private StaleDay() { }

    public UserAccountId UserAccountId { get; private init; }

    /// <summary>In UTC, as the database knows no time zone of an account.</summary>
    public DateOnly UtcDay { get; private init; }

    /// <summary>Each change has a row of its own: who counts deletes what it has seen, and no other change waits for it.</summary>
    public Guid Id { get; private init; }
}
