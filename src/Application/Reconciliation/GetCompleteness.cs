namespace AmoCrmQualification.Application.Reconciliation;

/// <summary>
/// Share of linked deals' changes that webhooks reported, by day; days of the account's time zone, both
/// ends included, the last thirty when none are given.
/// </summary>
public sealed record GetCompletenessQuery(UserAccountId Account, DateOnly? From, DateOnly? To) : IRequest<Completeness>
{
    private const int UsualDays = 30;
    private const int MostDays = 400;

    /// <summary>The days that are asked for, at least one.</summary>
    public IReadOnlyList<DateOnly> Days(DateOnly today)
    {
        var last = To ?? today;
        var first = From ?? last.AddDays(1 - Math.Min(UsualDays, last.DayNumber + 1));
        Period.Check(first, last);
        if (last.DayNumber - first.DayNumber >= MostDays)
            throw new DomainException(Refusal.Invalid("from", Reasons.PeriodTooLong, $"A period has at most {MostDays} days."));
        if (last == DateOnly.MaxValue)
            throw new DomainException(Refusal.Invalid("to", Reasons.ValueOutOfRange, "This day never ends."));
        return Period.Days(first, last);
    }
}

public sealed record Completeness(IReadOnlyList<DayCompleteness> Days);

/// <param name="Expected">Stage changes in amoCRM's own events.</param>
/// <param name="ByWebhook">Those of them that a webhook reported first.</param>
/// <param name="Healed">Those that were learnt from amoCRM's events.</param>
/// <param name="Unexplained">Steps that neither reported: the deal was found in another stage.</param>
public sealed record DayCompleteness(DateOnly Date, int Expected, int ByWebhook, int Healed, int Unexplained)
{
    /// <summary>Percent; null when nothing was expected.</summary>
    public double? Completeness => Expected == 0 ? null : 100.0 * ByWebhook / Expected;
}
