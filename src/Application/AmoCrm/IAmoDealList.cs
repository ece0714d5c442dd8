using AmoCrmQualification.Domain.Ledger;

namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>The deals of an account at amoCRM, in the order in which they were made.</summary>
public interface IAmoDealList
{
    /// <summary>A page of the deals that were made in a span of whole seconds, both ends included.</summary>
    /// <param name="isTriedOnce">A part of what failed as a whole.</param>
    /// <exception cref="AmoConnection.AmoCallException">With IsOfOneRow: a deal in it makes amoCRM fail.</exception>
    Task<AmoDealPage> ReadAsync(
        UserAccountId account,
        (DateTimeOffset From, DateTimeOffset To) made,
        int page,
        DateTimeOffset askedAt,
        bool isTriedOnce,
        CancellationToken cancellationToken
    );
}

/// <param name="Deals">Those in the trash are left out.</param>
/// <param name="FirstMadeAt">When the first of its deals was made, readable or not; null where there are none.</param>
/// <param name="LastMadeAt">When the last of its deals was made.</param>
/// <param name="IsLast">No page follows.</param>
/// <param name="Skipped">Rows that could not be read.</param>
public sealed record AmoDealPage(
    IReadOnlyList<ListedDeal> Deals,
    DateTimeOffset? FirstMadeAt,
    DateTimeOffset? LastMadeAt,
    bool IsLast,
    IReadOnlyList<string> Skipped
)
{
    public static readonly AmoDealPage Empty = new([], null, null, IsLast: true, []);
}

public sealed record ListedDeal(AmoDealCard Card, DealState State);
