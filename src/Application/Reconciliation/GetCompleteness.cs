namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// How much of what happened to linked deals the webhooks told, a day at a time; days of the account's time zone, both
/// ends included, the last thirty when none are given.
/// </summary>
public sealed record GetCompletenessQuery(UserAccountId Account, DateOnly? From, DateOnly? To) : IRequest<Completeness>;

public sealed record Completeness(IReadOnlyList<DayCompleteness> Days);

/// <param name="Expected">Stage changes in amoCRM's own events.</param>
/// <param name="ByWebhook">Those of them that a webhook told first.</param>
/// <param name="Healed">Those that were learnt from amoCRM's events.</param>
/// <param name="Unexplained">Steps that neither told: the deal was found in another stage.</param>
public sealed record DayCompleteness(DateOnly Date, int Expected, int ByWebhook, int Healed, int Unexplained)
{
    /// <summary>Percent; null when nothing was expected.</summary>
    public double? Completeness => Expected == 0 ? null : 100.0 * ByWebhook / Expected;
}

public interface ICompleteness
{
    /// <summary>Counts between each instant and the next.</summary>
    Task<IReadOnlyList<CompletenessCount>> CountAsync(
        UserAccountId account,
        IReadOnlyList<DateTimeOffset> instants,
        CancellationToken cancellationToken
    );
}

/// <param name="Span">Which span it is, from 0.</param>
public sealed record CompletenessCount(int Span, int Expected, int ByWebhook, int Unexplained);

internal sealed class GetCompletenessHandler(IAppDbContext db, ICompleteness completeness, TimeProvider clock)
    : IRequestHandler<GetCompletenessQuery, Completeness>
{
    private const int UsualDays = 30;
    private const int MostDays = 400;

    public async Task<Completeness> Handle(GetCompletenessQuery query, CancellationToken cancellationToken)
    {
        var name = await db.UserAccounts.Where(a => a.Id == query.Account).Select(a => a.TimeZone).SingleAsync(cancellationToken);
        var zone = TimeZones.Get(name);
        var days = DaysOf(query, zone);
        var instants = days.Append(days[^1].AddDays(1)).Select(day => Period.StartOf(day, zone)).ToList();
        var counts = (await completeness.CountAsync(query.Account, instants, cancellationToken)).ToDictionary(c => c.Span);
        return new([.. days.Select((day, i) => DayOf(day, counts.GetValueOrDefault(i)))]);
    }

    private List<DateOnly> DaysOf(GetCompletenessQuery query, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Date);
        var last = query.To ?? today;
        var first = query.From ?? last.AddDays(1 - Math.Min(UsualDays, last.DayNumber + 1));
        if (first > last)
            throw new DomainException(Refusal.Invalid("to", Reasons.PeriodInverted, "A period must not end before it starts."));
        if (last.DayNumber - first.DayNumber >= MostDays)
            throw new DomainException(Refusal.Invalid("from", Reasons.PeriodTooLong, $"A period has at most {MostDays} days."));
        if (last == DateOnly.MaxValue)
            throw new DomainException(Refusal.Invalid("to", Reasons.ValueOutOfRange, "This day never ends."));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    private static DayCompleteness DayOf(DateOnly day, CompletenessCount? count) =>
        count is null
            ? new(day, 0, 0, 0, 0)
            : new(day, count.Expected, count.ByWebhook, count.Expected - count.ByWebhook, count.Unexplained);
}
