using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>What "qualified" means; see statistics.md §1.</summary>
public enum QualificationMode
{
    /// <summary>The lead's stage is flagged now.</summary>
    Current,

    /// <summary>It entered a flagged stage at least once.</summary>
    Ever,

    /// <summary>It entered a stage that does not sort before the lowest flagged one of the same pipeline.</summary>
    ReachedOrPassed,

    /// <summary>It entered a flagged stage within so many days of its creation.</summary>
    Within,
}

/// <summary>
/// The leads that figures are made of: with a deal, not deleted, created from <c>From</c> to <c>To</c> (days in the
/// account's time zone, both included; open where missing), and what "qualified" means of them.
/// </summary>
/// <param name="Days">With <see cref="QualificationMode.Within"/>: how many days a lead has to qualify.</param>
public sealed record CohortFilter(
    UserAccountId Account,
    DateOnly? From,
    DateOnly? To,
    Guid? DirectionId,
    Guid? CreativeId,
    QualificationMode Mode,
    int? Days
);

/// <summary>A request for figures of a cohort.</summary>
public interface ICohortRequest
{
    CohortFilter Cohort { get; }
}

internal abstract class CohortValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : ICohortRequest
{
    private const int MostDays = 3660;

    protected CohortValidator()
    {
        RuleFor(q => q.Cohort.Mode).IsInEnum().OverridePropertyName("mode");
        RuleFor(q => q.Cohort.Days)
            .NotNull()
            .WithMessage("The mode within needs days.")
            .InclusiveBetween(1, MostDays)
            .OverridePropertyName("days")
            .When(q => q.Cohort.Mode == QualificationMode.Within);
        RuleFor(q => q.Cohort.To)
            .GreaterThanOrEqualTo(q => q.Cohort.From)
            .WithMessage("A period must not end before it starts.")
            .OverridePropertyName("to")
            .When(q => q.Cohort is { From: not null, To: not null });
    }
}

/// <summary>A filter whose days have become instants.</summary>
/// <param name="Period">Of the leads' creation.</param>
/// <param name="Currency">The account's; amounts in another are not added.</param>
public sealed record Cohort(CohortFilter Filter, Period Period, TimeZoneInfo Zone, string? Currency, DateTimeOffset Now)
{
    public UserAccountId Account => Filter.Account;

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).Date);
}

internal static class Cohorts
{
    public static async Task<Cohort> CohortAsync(
        this IAppDbContext db,
        CohortFilter filter,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var account = await db
            .UserAccounts.Where(a => a.Id == filter.Account)
            .Select(a => new { a.TimeZone, a.Currency })
            .SingleAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone);
        return new(filter, Period.OfDays(filter.From, filter.To, zone), zone, account.Currency, now);
    }
}
