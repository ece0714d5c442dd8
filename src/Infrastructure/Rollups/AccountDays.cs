namespace AmoCrmQualification.Infrastructure.Rollups;

/// <summary>The days from an account's first lead to its last, with the instants at which they begin in its time zone.</summary>
internal sealed record AccountDays(IReadOnlyList<DateOnly> Days, TimeZoneInfo Zone)
{
    /// <summary>The first and the last lead of an account ($1), whatever becomes of it.</summary>
    public const string Bounds = "SELECT min(created_at), max(created_at) FROM leads WHERE user_account_id = $1";

    /// <summary>Their rows, in a statement that is given <see cref="Parameters"/>.</summary>
    public const string Rows =
        "(SELECT day, start, until FROM unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) AS d (day, start, until))";

    /// <summary>$2 to $5.</summary>
    public IEnumerable<NpgsqlParameter> Parameters =>
        [
            Days.Column(day => day),
            Days.Column(day => Period.StartOf(day, Zone)),
            Days.Column(day => Period.StartOf(day.AddDays(1), Zone)),
            BatchCommands.Scalar(Zone.Id),
        ];

    public static (DateTimeOffset? First, DateTimeOffset? Last) Read(NpgsqlDataReader bounds) =>
        (bounds.Instant(0), bounds.Instant(1));

    /// <summary>Those of a period between two leads.</summary>
    /// <param name="first">Of the period; null where it is open.</param>
    public static AccountDays Between(
        (DateTimeOffset? First, DateTimeOffset? Last) leads,
        TimeZoneInfo zone,
        DateOnly? first = null,
        DateOnly? last = null
    )
    {
        if (leads is not ({ } from, { } until))
            return new([], zone);
        var (begin, end) = (Period.DayOf(from, zone), Period.DayOf(until, zone));
        (begin, end) = (first > begin ? first.Value : begin, last < end ? last.Value : end);
        return new(begin > end ? [] : Period.Days(begin, end), zone);
    }

    /// <summary>Those that a day of UTC has a part of.</summary>
    public AccountDays On(IReadOnlySet<DateOnly> utcDays) =>
        this with
        {
            Days = [.. Days.Where(day => Utc(day).Any(utcDays.Contains))],
        };

    private IEnumerable<DateOnly> Utc(DateOnly day)
    {
        var (start, until) = (Period.StartOf(day, Zone), Period.StartOf(day.AddDays(1), Zone).AddTicks(-1));
        return Period.Days(DateOnly.FromDateTime(start.UtcDateTime), DateOnly.FromDateTime(until.UtcDateTime));
    }
}
