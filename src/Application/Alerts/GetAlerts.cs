namespace AmoCrmQualification.Application.Alerts;

/// <summary>Current alerts of an account, latest first. An alert ends with its cause.</summary>
public sealed record GetAlertsQuery(UserAccountId Account) : IRequest<Page<Alert>>;

public enum AlertKind
{
    /// <summary>amoCRM refuses the token: nothing is pushed, looked up or reconciled until a person connects anew.</summary>
    ReauthorizationRequired,

    /// <summary>The token that cannot be renewed ends within a week.</summary>
    TokenExpiring,

    /// <summary>Webhooks have stopped longer than chance explains.</summary>
    Silence,

    /// <summary>Dead-lettered deliveries, kept until they are replayed.</summary>
    DeadDeliveries,

    /// <summary>amoCRM does not let us have a webhook, or it cannot be looked after.</summary>
    WebhookBroken,

    /// <summary>The last sync or reconciliation failed for good.</summary>
    RunFailed,

    /// <summary>Leads that amoCRM does not take.</summary>
    PushFailed,

    /// <summary>A stage that appeared after the first sync and is undecided: its leads do not count.</summary>
    NewStage,

    /// <summary>amoCRM names a time zone that is not understood: the account's days are those of the zone it has here.</summary>
    TimeZoneUnknown,

    /// <summary>Figures may be wrong: what they are read from was found to differ from the histories.</summary>
    RollupsDiffer,
}

/// <param name="Since">When its cause began.</param>
/// <param name="Subject">What it is about, where it is one of several: the id of the stage.</param>
/// <param name="Count">How many things it is about.</param>
public sealed record Alert(AlertKind Kind, DateTimeOffset Since, string Message, string? Subject = null, int Count = 1);

internal sealed class GetAlertsHandler(AlertReader alerts) : IRequestHandler<GetAlertsQuery, Page<Alert>>
{
    public async Task<Page<Alert>> Handle(GetAlertsQuery query, CancellationToken cancellationToken) =>
        new(await alerts.ReadAsync(query.Account, cancellationToken), NextCursor: null);
}

/// <summary>Reads what all sources have.</summary>
internal sealed class AlertReader(IEnumerable<IAlertSource> sources)
{
    /// <summary>Current alerts of an account, latest first.</summary>
    public async Task<IReadOnlyList<Alert>> ReadAsync(UserAccountId account, CancellationToken cancellationToken) =>
        [.. (await ReadAsync([account], cancellationToken)).Select(found => found.Alert).OrderByDescending(a => a.Since)];

    public async Task<IReadOnlyList<AccountAlert>> ReadAsync(
        IReadOnlyCollection<UserAccountId> accounts,
        CancellationToken cancellationToken
    )
    {
        var alerts = new List<AccountAlert>();
        foreach (var source in sources)
            alerts.AddRange(await source.ReadAsync(accounts, cancellationToken));
        return alerts;
    }
}

/// <summary>An alert of one of many accounts.</summary>
internal sealed record AccountAlert(UserAccountId Account, Alert Alert);

/// <summary>One thing that can go wrong with an account.</summary>
internal interface IAlertSource
{
    /// <summary>Reads the alerts of many accounts as of one.</summary>
    Task<IReadOnlyList<AccountAlert>> ReadAsync(IReadOnlyCollection<UserAccountId> accounts, CancellationToken cancellationToken);
}
