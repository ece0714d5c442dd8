using System.Collections.Concurrent;
using System.Globalization;
using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>A client of the agency at work: leads come in from its site, its salespeople move and win deals in amoCRM.</summary>
internal sealed class Office
{
    private readonly Func<HttpClient> _anyReplica;
    private readonly Random _random;
    private readonly ConcurrentDictionary<Guid, byte> _leads = new();
    private readonly long[] _stages;
    private int _made;

    private Office(Guid account, CrmAccount crm, Func<HttpClient> anyReplica, int seed)
    {
        (Account, Crm, _anyReplica, _random) = (account, crm, anyReplica, new(seed));
        _stages = [.. crm.Pipelines.Main.Stages.Where(s => s.Type == 0).Select(s => s.Id)];
    }

    public Guid Account { get; }

    public CrmAccount Crm { get; }

    /// <summary>What the service said it has.</summary>
    public ICollection<Guid> Leads => _leads.Keys;

    public static async Task<Office> OpenAsync(SandboxServer amo, Func<HttpClient> anyReplica, int seed)
    {
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новая", "Замер", "Договор");
        crm.Switches = Unreliable(crm.Switches);
        var account = await FaultAccount.ConnectedAsync(anyReplica(), crm);
        return new(account.Id, crm, anyReplica, seed);
    }

    /// <summary>Works until it is told to stop; what was begun is finished.</summary>
    public Task WorkAsync(CancellationToken stopping) =>
        Task.WhenAll(
            EveryAsync(250, TakeLeadAsync, stopping),
            EveryAsync(40, MoveDealAsync, stopping),
            EveryAsync(4000, ReconcileAsync, stopping)
        );

    /// <summary>Asks again and again until a replica has promised to do it.</summary>
    public Task<JsonElement> ReconcileAsync() =>
        InsistAsync($"/api/amocrm/reconcile?userAccountId={Account}", body: null, key: null);

    /// <summary>The way of every deal by amoCRM's own journal: <c>deal pipeline/status @second</c>.</summary>
    public IEnumerable<string> Truth() => Crm.Leads.All.SelectMany(Path);

    public IEnumerable<string> Won() =>
        Crm
            .Leads.All.Where(d => d.StatusId == 142)
            .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Id} paid {d.Price}"));

    /// <summary>Every third move is not told at all, the others in any order, some twice, all a little late.</summary>
    private static CrmSwitches Unreliable(CrmSwitches switches) =>
        switches with
        {
            DropStatusEvery = 3,
            DuplicateEvery = 4,
            ReorderWindow = 6,
            DeliveryDelayMs = 20,
            DeliveryConcurrency = 4,
            RetrySpeedUp = 600,
        };

    private IEnumerable<string> Path(CrmLead deal)
    {
        var moves = Crm
            .Events.All.Where(e => e.EntityId == deal.Id && e.Type == "lead_status_changed")
            .OrderBy(e => e.CreatedAt)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .ToList();
        var born = moves.Count == 0 ? $"{deal.PipelineId}/{deal.StatusId}" : Place(moves[0].ValueBefore);
        return moves
            .Select(move => $"{deal.Id} {Place(move.ValueAfter)} @{move.CreatedAt}")
            .Prepend($"{deal.Id} {born} @{deal.CreatedAt}");
    }

    private static string Place(string value)
    {
        var status = JsonElement.Parse(value)[0].GetProperty("lead_status");
        return $"{status.Number("pipeline_id")}/{status.Number("id")}";
    }

    private async Task TakeLeadAsync()
    {
        var number = Interlocked.Increment(ref _made);
        var lead = new
        {
            source_type = "website",
            name = "Анна",
            phone = string.Create(CultureInfo.InvariantCulture, $"+7916{number:0000000}"),
        };
        var taken = await InsistAsync($"/api/leads?userAccountId={Account}", lead, key: $"lead-{number}");
        _leads.TryAdd(taken.Id(), 0);
    }

    private Task MoveDealAsync()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var deals = Crm.Leads.All.Where(d => d.UpdatedAt < now).ToList(); // two moves of one second have no order
        if (deals.Count == 0)
            return Task.CompletedTask;
        var deal = deals[_random.Next(deals.Count)];
        var stages = _stages.Append(142).Where(s => s != deal.StatusId).ToArray();
        Crm.Leads.Move(deal.Id, stages[_random.Next(stages.Length)], deal.PipelineId, price: _random.Next(1, 1000), at: now);
        return Task.CompletedTask;
    }

    private async Task<JsonElement> InsistAsync(string path, object? body, string? key)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path)
                {
                    Content = JsonContent.Create(body ?? new { }),
                };
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                using var answer = await _anyReplica().SendAsync(request);
                if (answer.IsSuccessStatusCode)
                    return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
                Assert.That((int)answer.StatusCode, Is.GreaterThanOrEqualTo(500), await answer.Content.ReadAsStringAsync());
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed: nobody promised anything.
            }

            await again.WaitForNextTickAsync();
        }
    }

    private static async Task EveryAsync(int milliseconds, Func<Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        while (!stopping.IsCancellationRequested)
        {
            await work();
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
