using System.ComponentModel;
using AmoCrmQualification.Application.Alerts;
using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Domain.Analytics;
using FluentValidation;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Figures of all accounts that the caller may use, by name; the days are those of each account's time zone.</summary>
public sealed record GetAccountFiguresQuery(DateOnly? From, DateOnly? To) : IRequest<AccountFigures>;

public sealed record AccountFigures(IReadOnlyList<AccountRow> Accounts);

/// <param name="Qualified">Ever.</param>
/// <param name="Currency">Of the account's amounts; those in another are null. Amounts of several accounts are never added.</param>
/// <param name="Cpl">As CPQL and ROMI of the leads created on days that have spend.</param>
/// <param name="Completeness">Percent of the stage changes that webhooks reported; null when none was expected.</param>
/// <param name="DataAsOf">Time up to which amoCRM's changes are known.</param>
/// <param name="Alerts">Their number.</param>
/// <param name="Better">Creatives by their verdict, as is the next number.</param>
/// <param name="CpqlMet">Creatives that meet the target of their direction, or miss it, for sure.</param>
/// <param name="LeadsByDay">Of the last thirty days of the period.</param>
public sealed record AccountRow(
    Guid Id,
    string Name,
    long Leads,
    long Qualified,
    RateView Qualification,
    long Won,
    decimal? Revenue,
    string? Currency,
    decimal? Spend,
    decimal? Cpl,
    decimal? Cpql,
    double? Romi,
    double? Completeness,
    DateTimeOffset? DataAsOf,
    int Alerts,
    int Better,
    int Worse,
    int CpqlMet,
    int CpqlMissed,
    [property: Browsable(false)] IReadOnlyList<long> LeadsByDay
);

internal sealed class GetAccountFiguresValidator : AbstractValidator<GetAccountFiguresQuery>
{
    public GetAccountFiguresValidator() => this.PeriodIsInOrder(q => (q.From, q.To));
}

internal sealed class GetAccountFiguresHandler(
    IAppDbContext db,
    ICohortDays leads,
    IMoneyCounts money,
    JudgementReader judgements,
    AlertReader alerts,
    IDataAges ages,
    ICompletenessTotals completeness,
    TimeProvider clock
) : IRequestHandler<GetAccountFiguresQuery, AccountFigures>
{
    private const int DaysShown = 30;
    private const int AccountsAtOnce = 20;

    public async Task<AccountFigures> Handle(GetAccountFiguresQuery query, CancellationToken cancellationToken)
    {
        var accounts = await db
            .UserAccounts.AsNoTracking()
            .Where(a => !a.IsArchived)
            .OrderBy(a => a.Name)
            .ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        var ids = accounts.ConvertAll(a => a.Id);
        var now = clock.GetUtcNow();
        var cohorts = accounts.ConvertAll(a => Cohort.From(a, query.From, query.To, now));
        var counted = await CountAsync(cohorts, cancellationToken);
        var days = await ByDayAsync(cohorts.ConvertAll(LastDays), cancellationToken);
        var judged = await JudgeAsync(cohorts.ConvertAll(c => c.JudgedOfAll()), cancellationToken);
        var creatives = await judgements.LabelsAsync(judged, cancellationToken);
        var known = await ages.ReadAsync(ids, cancellationToken);
        var complete = await completeness.ReadAsync(cohorts.ConvertAll(Heard), cancellationToken);
        var open = await alerts.ReadAsync(ids, cancellationToken);
        var waiting = open.CountBy(alert => alert.Account).ToDictionary();
        return new([
            .. accounts.Select(
                (account, i) =>
                    Row(
                        account,
                        counted[i],
                        AccountVerdicts.From(judged[i], creatives[account.Id].ToDictionary(c => c.Id)),
                        (complete[i], known[i], waiting.GetValueOrDefault(account.Id), days[i])
                    )
            ),
        ]);
    }

    private async Task<List<AccountCount>> CountAsync(List<Cohort> cohorts, CancellationToken cancellationToken)
    {
        var spent = await money.SpendByCreativeEachAsync(cohorts, cancellationToken);
        var days = await leads.ReadEachAsync(cohorts, LeadParts.None, cancellationToken);
        return
        [
            .. cohorts.Select((cohort, i) => new AccountCount(cohort, cohort.CountBySpend(days[i], spent[i].Days()), spent[i])),
        ];
    }

    /// <summary>Returns the leads created on each day of cohorts that have a first and a last one.</summary>
    private async Task<List<IReadOnlyList<long>>> ByDayAsync(List<Cohort> cohorts, CancellationToken cancellationToken)
    {
        var days = await leads.ReadEachAsync(cohorts, LeadParts.None, cancellationToken);
        return [.. cohorts.Select((cohort, i) => ByDay(cohort, days[i]))];
    }

    private static IReadOnlyList<long> ByDay(Cohort cohort, IReadOnlyList<CohortDay> days)
    {
        var counts = days.ToLookup(day => day.Day, day => day.Leads);
        return [.. Period.Days(cohort.First!.Value, cohort.Last!.Value).Select(day => counts[day].Sum())];
    }

    private async Task<List<AccountJudged>> JudgeAsync(List<Cohort> cohorts, CancellationToken cancellationToken)
    {
        var spent = await money.SpendByCreativeEachAsync(cohorts, cancellationToken);
        List<AccountJudged> judged = [];
        foreach (var some in cohorts.Zip(spent).Chunk(AccountsAtOnce)) // each lead of theirs is in memory meanwhile
        {
            var own = some.Select(pair => pair.First).ToList();
            var days = await leads.ReadEachAsync(own, LeadParts.Times | LeadParts.People, cancellationToken);
            judged.AddRange(some.Select((pair, i) => new AccountJudged(pair.First, pair.First.Judge(days[i]), pair.Second)));
        }

        return judged;
    }

    private static AccountRow Row(
        UserAccount account,
        AccountCount count,
        AccountVerdicts verdicts,
        (double? Completeness, DateTimeOffset? AsOf, int Alerts, IReadOnlyList<long> Days) trust
    )
    {
        var all = count.Outcome.All;
        var economics = Economics.From(count.Cohort, count.Outcome, count.Spent);
        return new(
            account.Id.Value,
            account.Name,
            all.Leads,
            all.Qualified,
            count.Cohort.Qualification(all),
            all.Won,
            economics.Revenue,
            economics.Currency,
            economics.Spend,
            economics.Cpl,
            economics.Cpql,
            economics.Romi,
            trust.Completeness,
            trust.AsOf,
            trust.Alerts,
            verdicts.Better,
            verdicts.Worse,
            verdicts.CpqlMet,
            verdicts.CpqlMissed,
            trust.Days
        );
    }

    /// <summary>The period of which completeness is; the last thirty days where it has no first one.</summary>
    private static AccountPeriod Heard(Cohort cohort)
    {
        var until = cohort.Created.Until ?? cohort.Now;
        return new(cohort.Account, cohort.Created.From ?? until.AddDays(-DaysShown), until);
    }

    private static Cohort LastDays(Cohort cohort)
    {
        var last = cohort.Last is { } end && end < cohort.Today ? end : cohort.Today;
        var first = last.AddDays(1 - DaysShown);
        return cohort.CreatedIn(cohort.First is { } start && start > first && start <= last ? start : first, last);
    }
}

/// <summary>Leads and spend of an account.</summary>
internal sealed record AccountCount(Cohort Cohort, SpendOutcome Outcome, IReadOnlyList<SpendCount> Spent);

/// <summary>Judged leads of an account by creative, and spend of the same days.</summary>
internal sealed record AccountJudged(Cohort Judged, IReadOnlyList<JudgedCreative> Creatives, IReadOnlyList<SpendCount> Spent);
