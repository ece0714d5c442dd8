using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>The leads of a filter whose days have become instants.</summary>
/// <param name="First">The first day of their creation, if there is one.</param>
/// <param name="Creative">Only leads of this one.</param>
/// <param name="WithoutCreative">Only leads that no creative is known for.</param>
/// <param name="Days">With <see cref="QualificationMode.Within"/>: how many days a lead has to qualify.</param>
/// <param name="Currency">The account's.</param>
public sealed record Cohort(
    UserAccountId Account,
    DateOnly? First,
    DateOnly? Last,
    DirectionId? Direction,
    CreativeId? Creative,
    bool WithoutCreative,
    QualificationMode Mode,
    int Days,
    TimeZoneInfo Zone,
    string? Currency,
    DateTimeOffset Now
)
{
    public Period Created { get; } = Period.OfDays(First, Last, Zone);

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).Date);

    /// <summary>The same leads of other days.</summary>
    public Cohort CreatedIn(DateOnly? first, DateOnly? last) =>
        new(Account, first, last, Direction, Creative, WithoutCreative, Mode, Days, Zone, Currency, Now);

    /// <summary>The same of all creatives.</summary>
    public Cohort OfAllCreatives() => this with { Creative = null, WithoutCreative = false };

    public CohortMoney Money(MoneySum revenue, MoneySum spend) => CohortMoney.From(revenue, spend, Currency);
}

public static class Cohorts
{
    public static async Task<Cohort> CohortAsync(
        this IAppDbContext db,
        CohortFilter filter,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isUnknown = filter.CreativeId is CreativeQualification.UnknownCreative;
        var creative = isUnknown ? null : CreativeOf(filter.CreativeId);
        var account = await db
            .UserAccounts.Where(a => a.Id == filter.Account)
            .Select(a => new { a.TimeZone, a.Currency })
            .SingleAsync(cancellationToken);
        return new(
            filter.Account,
            filter.From,
            filter.To,
            filter.DirectionId is { } direction ? new(direction) : null,
            isUnknown ? null : creative,
            isUnknown,
            filter.Mode ?? (filter.Days is null ? QualificationMode.Current : QualificationMode.Within),
            filter.Days ?? 0,
            TimeZones.Get(account.TimeZone),
            account.Currency,
            now
        );
    }

    private static CreativeId? CreativeOf(string? id) =>
        id is null ? null
        : Guid.TryParse(id, out var creative) ? new(creative)
        : throw new DomainException(
            Refusal.Invalid("creativeId", Reasons.IdInvalid, "A creative is named by its id, or unknown.")
        );
}
