using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>The deals that leads of ours belong to, as far as they are to be compared with amoCRM: not those of erased people.</summary>
public interface ILinkedDeals
{
    Task<int> CountAsync(UserAccountId account, CancellationToken cancellationToken);

    /// <summary>A page in the order of their ids.</summary>
    Task<IReadOnlyList<LinkedDeal>> PageAsync(UserAccountId account, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Notes when deals were made, and whose own events have been read, in the transaction of the database context.</summary>
    Task NoteAsync(
        UserAccountId account,
        IReadOnlyCollection<AmoEvent> added,
        IReadOnlyCollection<DealId> read,
        CancellationToken cancellationToken
    );

    /// <summary>True if leads are in stages that no sync has reported yet.</summary>
    Task<bool> HaveUnknownStagesAsync(UserAccountId account, CancellationToken cancellationToken);
}

/// <param name="IsRead">Its own events have been read, or came with those of the account since it was made.</param>
/// <param name="AddedAt">When it was made, by amoCRM's events.</param>
public sealed record LinkedDeal(DealId Deal, Stage? Stage, long? Price, bool IsDeleted, bool IsRead, DateTimeOffset? AddedAt)
{
    public AmoUserId? Responsible { get; init; }

    /// <summary>All that its fields ever said.</summary>
    public IReadOnlySet<(string Code, string Value)> Marks { get; init; } = new HashSet<(string, string)>();

    /// <summary>All events since it was made came with those of the account.</summary>
    public bool IsKnownFromTheStart => AddedAt is not null;

    public bool StandsAs(DealState? state) =>
        state is null
            ? IsDeleted
            : !IsDeleted
                && Stage == state.Stage
                && (state.Price is null || (Price ?? 0) == state.Price)
                && (state.Details?.Responsible is null || Responsible == state.Details.Responsible.User)
                && state.Marks.All(mark => Marks.Contains((mark.Code, mark.Value)));

    /// <summary>Something of its way is not known here: its own events may tell.</summary>
    public bool IsUnexplainedBy(DealState? state) => state is null ? !IsDeleted : IsDeleted || Stage != state.Stage;
}
