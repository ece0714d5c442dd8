namespace AmoCrmQualification.Application.Runs;

/// <summary>Runs of an account, newest first. Those that are planned for later are not shown.</summary>
public sealed record GetSyncRunsQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<SyncRunView>>;

/// <param name="IsQueued">It waits for the account's run lease.</param>
/// <param name="Changed">What was restored or repaired: steps of histories, prices, deletions.</param>
/// <param name="Skipped">Rows that could not be read as amoCRM gives them; nothing else waits for them.</param>
/// <param name="Error">Why it failed or waits, or, when it is done, what it could not read.</param>
public sealed record SyncRunView(
    Guid Id,
    RunKind Kind,
    RunState State,
    bool IsQueued,
    DateTimeOffset RequestedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int Done,
    int? Total,
    int Changed,
    int Skipped,
    string? Error
);

internal sealed class GetSyncRunsHandler(IAppDbContext db, TimeProvider clock)
    : IRequestHandler<GetSyncRunsQuery, Page<SyncRunView>>
{
    public async Task<Page<SyncRunView>> Handle(GetSyncRunsQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db
            .SyncRuns.Where(r => r.UserAccountId == query.Account && (r.StartedAt != null || r.DueAt <= now))
            .NewestFirst(query.Page, r => r.DueAt, r => r.Id, id => new(id))
            .Select(r => new SyncRunView(
                r.Id.Value,
                r.Kind,
                r.State,
                r.State == RunState.Running && r.StartedAt == null,
                r.RequestedAt,
                r.DueAt,
                r.StartedAt,
                r.FinishedAt,
                r.Done,
                r.Total,
                r.Changed,
                r.Skipped,
                r.Error
            ))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, r => new(r.DueAt, r.Id));
    }
}
