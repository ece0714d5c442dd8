using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>The time that deals are listed by.</summary>
public enum DealOrder
{
    Creation,

    /// <summary>The last change of the deal or of one of its fields.</summary>
    Change,
}

/// <summary>The deals of an account at amoCRM.</summary>
public interface IAmoDealList
{
    /// <summary>A page of the deals that were made, or last changed, in a span of whole seconds, both ends included, the earliest first.</summary>
    /// <param name="isTriedOnce">A part of what failed as a whole.</param>
    /// <exception cref="AmoConnection.AmoCallException">With IsOfOneRow: a deal in it makes amoCRM fail.</exception>
    Task<AmoDealPage> ReadAsync(
        UserAccountId account,
        DealOrder order,
        (DateTimeOffset From, DateTimeOffset To) span,
        int page,
        DateTimeOffset askedAt,
        bool isTriedOnce,
        CancellationToken cancellationToken
    );
}

/// <param name="Deals">Those in the trash are left out.</param>
/// <param name="FirstAt">When the first of its deals was made or changed, readable or not; null where there are none.</param>
/// <param name="LastAt">When the last of its deals was.</param>
/// <param name="IsLast">No page follows.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record AmoDealPage(
    IReadOnlyList<ListedDeal> Deals,
    DateTimeOffset? FirstAt,
    DateTimeOffset? LastAt,
    bool IsLast,
    IReadOnlyList<string> Skipped
)
{
    public static readonly AmoDealPage Empty = new([], null, null, IsLast: true, []);
}

public sealed record ListedDeal(AmoDealCard Card, DealState State);
