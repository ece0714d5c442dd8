using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>The leads of a filter, and what "qualified" means of them.</summary>
/// <param name="First">The first day of their creation, if there is one.</param>
/// <param name="Creative">Only leads of this one.</param>
/// <param name="WithoutCreative">Only leads that no creative is known for.</param>
/// <param name="Days">Days a lead has to qualify: what was asked for, or with <see cref="QualificationMode.Judged"/> the horizon.</param>
/// <param name="HorizonDays">Days a lead of the account has to qualify before it is judged.</param>
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
    int HorizonDays,
    TimeZoneInfo Zone,
    string? Currency,
    DateTimeOffset Now
)
{
    /// <summary>The instant it is counted at: what came later is left out.</summary>
    public DateTimeOffset AsOf { get; init; } = Now;

    /// <summary>The leads of an account that were created on these days; qualified is ever.</summary>
    public static Cohort From(UserAccount account, DateOnly? first, DateOnly? last, DateTimeOffset now) =>
        new(
            account.Id,
            first,
            last,
            Direction: null,
            Creative: null,
            WithoutCreative: false,
            QualificationMode.Ever,
            Days: 0,
            account.HorizonDays,
            TimeZones.Get(account.TimeZone),
            account.Currency,
            now
        );

    public bool IsPast => AsOf < Now;

    /// <summary>Of judged leads those of a person who was counted already; they are left out.</summary>
    public IReadOnlyCollection<LeadId> Repeats { get; init; } = [];

    public Period Created => Period.OfDays(First, Last, Zone);

    public DateOnly Today => Period.DayOf(AsOf, Zone);

    /// <summary>Leads created later are too young for the mode; null where age does not matter.</summary>
    public DateTimeOffset? OldEnoughBefore => Mode == QualificationMode.Within ? AsOf.AddDays(-Days) : null;

    /// <summary>The last day all of whose leads are old enough for the mode; null where age does not matter.</summary>
    public DateOnly? LastOldEnough => OldEnoughBefore is { } instant ? Period.DayOf(instant, Zone).AddDays(-1) : null;

    /// <summary>The same leads of other days.</summary>
    public Cohort CreatedIn(DateOnly? first, DateOnly? last) => this with { First = first, Last = last };

    /// <summary>
    /// As many days right before, as they stood when they were as old as these are now; the first days that there are may be
    /// fewer. Null without a first day.
    /// </summary>
    public Cohort? Previous()
    {
        if (First is not { } first || first == DateOnly.MinValue)
            return null;
        var days = Math.Max(1, (Last ?? Today).DayNumber - first.DayNumber + 1);
        var earliest = DateOnly.FromDayNumber(Math.Max(0, first.DayNumber - days));
        return CreatedIn(earliest, first.AddDays(-1)) with { AsOf = AsOf.AddDays(-days) };
    }

    /// <summary>
    /// All leads at equal age: created on days that ended a horizon ago, whatever days were asked for, qualified within it.
    /// Repeats are not known yet.
    /// </summary>
    public Cohort Judged() =>
        CreatedIn(first: null, Today.AddDays(-HorizonDays - 1)) with
        {
            Mode = QualificationMode.Judged,
            Days = HorizonDays,
            Repeats = [],
        };

    /// <summary>The judged leads of all creatives: a verdict depends on no period, creative or mode that was asked for.</summary>
    public Cohort JudgedOfAll() => (OfAllCreatives() with { Direction = null }).Judged();

    /// <summary>The same of all creatives.</summary>
    public Cohort OfAllCreatives() => this with { Creative = null, WithoutCreative = false };

    public CohortMoney Money(MoneySum revenue, MoneySum spend) => CohortMoney.From(revenue, spend, Currency);
}
