using AmoCrmQualification.Application.Reconciliation;

namespace AmoCrmQualification.Infrastructure.Reconciliation;

internal sealed class GetCompletenessHandler(AppDbContext db, NpgsqlDataSource database, TimeProvider clock)
    : IRequestHandler<GetCompletenessQuery, Completeness>
{
    public async Task<Completeness> Handle(GetCompletenessQuery query, CancellationToken cancellationToken)
    {
        var name = await db.UserAccounts.Where(a => a.Id == query.Account).Select(a => a.TimeZone).SingleAsync(cancellationToken);
        var zone = TimeZones.Get(name);
        var days = query.Days(Period.DayOf(clock.GetUtcNow(), zone));
        var instants = days.Append(days[^1].AddDays(1)).Select(day => Period.StartOf(day, zone)).ToList();
        await using var command = database.Command(
            CompletenessSql.Count,
            BatchCommands.Scalar(query.Account.Value),
            BatchCommands.Scalar(instants[0]),
            BatchCommands.Scalar(instants[^1]),
            instants.Column(i => i)
        );
        var counted = days.Select(day => new DayCompleteness(day, 0, 0, 0, 0)).ToArray();
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            var (day, expected, byWebhook) = (row.GetInt32(0), (int)row.GetInt64(1), (int)row.GetInt64(2));
            counted[day] = new(days[day], expected, byWebhook, expected - byWebhook, (int)row.GetInt64(3));
        }

        return new(counted);
    }
}
