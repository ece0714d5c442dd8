using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace AmoCrmQualification.Integration.Tests.Faults;

/// <summary>One answer to one delivery; null when the connection broke.</summary>
internal sealed record Answer(string Transition, HttpStatusCode? Status, TimeSpan Took);

/// <summary>
/// Clients that deliver stage changes, each a different one, and note what was answered. Every transition of a deal is
/// to a stage of its own, so each that takes effect is one row of the history, whatever is missing beside it.
/// </summary>
internal sealed class Load : IAsyncDisposable
{
    private const int Clients = 12;
    private const int DealsPerClient = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(8);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly SocketsHttpHandler _handler = new() { UseProxy = false, MaxConnectionsPerServer = 256 };
    private Task _running = Task.CompletedTask;

    public IReadOnlyCollection<Answer> Answers => _answers;

    public IEnumerable<string> Sent => _answers.Select(a => a.Transition);

    public IEnumerable<string> Acknowledged => _answers.Where(a => a.Status == HttpStatusCode.OK).Select(a => a.Transition);

    /// <param name="services">The clients are dealt out over these addresses.</param>
    public static Load Start(IReadOnlyList<FaultAccount> accounts, params Uri[] services)
    {
        var load = new Load();
        load._running = Task.WhenAll(
            Enumerable.Range(0, Clients).Select(i => load.RunAsync(i, accounts, services[i % services.Length]))
        );
        return load;
    }

    public Task UntilAcknowledgedAsync(int more)
    {
        var goal = Acknowledged.Count() + more;
        return TestAccount.UntilAsync(
            () => Task.FromResult(Acknowledged.Count() >= goal),
            () =>
                $"{Acknowledged.Count()} of {goal} deliveries were acknowledged; the last answers: {string.Join('\n', _answers.TakeLast(5))}"
        );
    }

    /// <summary>Lets every request under way be answered.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
        _handler.Dispose();
    }

    /// <summary>How <see cref="Answer.Transition"/> is found in the database.</summary>
    public static string StoredTransitions =>
        "SELECT amocrm_lead_id || ' ' || to_status_id FROM amocrm_lead_status_history UNION ALL SELECT amocrm_lead_id || ' seen ' || to_status_id FROM amocrm_stage_sightings";

    private async Task RunAsync(int number, IReadOnlyList<FaultAccount> accounts, Uri service)
    {
        using var client = new HttpClient(_handler, disposeHandler: false)
        {
            BaseAddress = service,
            Timeout = TimeSpan.FromSeconds(10),
        };
        using var pace = new PeriodicTimer(Pace);
        for (var i = 0; !_stopping.IsCancellationRequested; i++)
        {
            var deal = 1000 + (number * DealsPerClient) + (i % DealsPerClient);
            await DeliverAsync(client, accounts[number % accounts.Count], deal, status: 1000 + i, at: LeadForm.T0 + i);
            await pace.WaitForNextTickAsync();
        }
    }

    private async Task DeliverAsync(HttpClient client, FaultAccount account, long deal, long status, long at)
    {
        var transition = string.Create(CultureInfo.InvariantCulture, $"{deal} {status}");
        var begun = Stopwatch.GetTimestamp();
        HttpStatusCode? answer = null;
        try
        {
            answer = await account.PostAsync(client, LeadForm.Status(deal, 11, status, at));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // Nobody promised anything.
        }

        _answers.Enqueue(new(transition, answer, Stopwatch.GetElapsedTime(begun)));
    }
}
