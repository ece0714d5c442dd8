namespace AmoCrmQualification.Sandbox.World;

/// <summary>A subscription. The destination is its key.</summary>
public sealed record CrmWebhook(
    long Id,
    string Destination,
    IReadOnlyList<string> Settings,
    int Sort,
    bool Disabled,
    long CreatedAt,
    long UpdatedAt
);

public sealed class CrmWebhooks
{
    public const int Limit = 100;

    private static readonly string[] LeadSettings = ["add_lead", "update_lead", "status_lead", "delete_lead", "restore_lead"];

    private static readonly HashSet<string> Known =
    [
        .. from entity in new[] { "lead", "contact", "company" }
        from word in new[] { "add", "update", "delete", "restore", "responsible", "note" }
        select $"{word}_{entity}",
        "status_lead",
        "add_customer",
        "update_customer",
        "delete_customer",
        "responsible_customer",
        "note_customer",
        "add_task",
        "update_task",
        "delete_task",
        "responsible_task",
        "add_talk",
        "update_talk",
        "add_message",
        "add_outgoing_message",
        "add_chat_template_review",
    ];

    private readonly CrmAccount _account;
    private readonly Dictionary<string, CrmWebhook> _hooks = [];
    private readonly Dictionary<long, Queue<long>> _bad = [];

    internal CrmWebhooks(CrmAccount account) => _account = account;

    public IReadOnlyList<CrmWebhook> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _hooks.Values];
        }
    }

    /// <summary>Adds or updates a subscription, as the API and a person in the settings do; it is enabled afterwards, unless a switch says no.</summary>
    public CrmWebhook Set(string destination, IReadOnlyList<string>? settings = null, int sort = 1)
    {
        settings ??= All.FirstOrDefault(h => h.Destination == destination)?.Settings ?? LeadSettings;
        if (
            !Uri.TryCreate(destination, UriKind.Absolute, out var address)
            || !address.Scheme.StartsWith("http", StringComparison.Ordinal)
        )
            throw CrmProblem.Invalid("0", "InvalidType", "destination", "This value is not a valid URL.");
        if (settings.Select((s, i) => (s, i)).FirstOrDefault(s => !Known.Contains(s.s)) is { s: not null } unknown)
            throw CrmProblem.Invalid(
                "0",
                "NotSupportedChoice",
                $"settings.{unknown.i}",
                "The value you selected is not a valid choice."
            );

        lock (_account.Gate)
        {
            var now = _account.World.Now;
            var known = _hooks.GetValueOrDefault(destination);
            if (known is null && _hooks.Count == Limit)
                throw CrmProblem.Unprocessable($"No more than {Limit} webhooks");

            var wanted = known is not null && _account.Switches.PostWebhookMerges ? known.Settings.Union(settings) : settings;
            var hook = new CrmWebhook(
                known?.Id ?? _account.World.Ids.Small(),
                destination,
                [.. wanted],
                sort,
                known is { Disabled: true } && _account.Switches.PostWebhookKeepsDisabled,
                known?.CreatedAt ?? now,
                now
            );
            _bad.Remove(hook.Id);
            return _hooks[destination] = hook;
        }
    }

    /// <summary>As a person saves a webhook in the settings: amoCRM first asks the address with a GET and wants a 200.</summary>
    public async Task<CrmWebhook> SaveInSettingsAsync(
        string destination,
        IReadOnlyList<string>? settings = null,
        CancellationToken cancellationToken = default
    )
    {
        if (_account.Switches.FormGetCheck && await AnswerToGetAsync(destination, cancellationToken) is not 200 and var answer)
            throw CrmProblem.Unprocessable($"The address answered {answer} to a GET");

        return Set(destination, settings);
    }

    public bool Remove(string destination)
    {
        lock (_account.Gate)
            return _hooks.Remove(destination);
    }

    public void Disable(string destination)
    {
        lock (_account.Gate)
        {
            if (_hooks.TryGetValue(destination, out var hook))
                _hooks[destination] = hook with { Disabled = true };
        }
    }

    internal CrmWebhook? Live(string destination)
    {
        lock (_account.Gate)
            return _hooks.GetValueOrDefault(destination) is { Disabled: false } hook ? hook : null;
    }

    private async Task<int> AnswerToGetAsync(string destination, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_account.Switches.AckTimeoutMs);
        try
        {
            using var answer = await _account.World.Http.GetAsync(new Uri(destination), patience.Token);
            return (int)answer.StatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException || patience.IsCancellationRequested)
        {
            return 0;
        }
    }

    /// <summary>More than 100 bad answers within two hours, the last one bad: no more calls until the hook is saved anew.</summary>
    internal void CountBad(CrmWebhook hook)
    {
        lock (_account.Gate)
        {
            var now = _account.World.Clock.GetUtcNow().ToUnixTimeMilliseconds();
            var window = (long)(TimeSpan.FromHours(2).TotalMilliseconds / _account.Switches.RetrySpeedUp);
            if (!_bad.TryGetValue(hook.Id, out var bad))
                _bad[hook.Id] = bad = new();
            bad.Enqueue(now);
            while (bad.Peek() < now - window)
                bad.Dequeue();
            if (bad.Count > _account.Switches.DisableAfterBad)
                Disable(hook.Destination);
        }
    }
}
