using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Domain.Ledger;

/// <summary>Properties of a deal beside its stages and its price. Reports of it merge in any order.</summary>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="TaggedLead">The lead of ours that its tag <c>lead:{id}</c> names.</param>
public sealed record DealDetails(DateTimeOffset? CreatedAt, ResponsibleUser? Responsible, LeadId? TaggedLead)
{
    public static DealDetails? Merge(DealDetails? a, DealDetails? b) =>
        a is null ? b
        : b is null ? a
        : new(
            Least(a.CreatedAt, b.CreatedAt),
            ResponsibleUser.Latest(a.Responsible, b.Responsible),
            Least(a.TaggedLead?.Value, b.TaggedLead?.Value) is { } lead ? new(lead) : null
        );

    private static T? Least<T>(T? a, T? b)
        where T : struct, IComparable<T> =>
        a is not { } one ? b
        : b is not { } other ? a
        : one.CompareTo(other) <= 0 ? one
        : other;
}

/// <summary>The user who works the deal, as of the last report that named one.</summary>
public sealed record ResponsibleUser(AmoUserId User, DateTimeOffset ChangedAt)
{
    public static ResponsibleUser? Latest(ResponsibleUser? a, ResponsibleUser? b) =>
        a is null || (b is not null && b.Rank.CompareTo(a.Rank) > 0) ? b : a;

    private (DateTimeOffset, long) Rank => (ChangedAt, User.Value);
}
