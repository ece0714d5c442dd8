using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AmoCrmQualification.Integration.Tests.Faults;
using AmoCrmQualification.Sandbox;

namespace AmoCrmQualification.Integration.Tests.Fuzz;

/// <summary>
/// Thousands of requests that nobody would write, to the service as a process behind its real web server. By default a fixed
/// number of a fixed seed, never longer than a minute; <c>FUZZ_SECONDS</c> lasts as long as it says and takes a seed of its own,
/// which <c>FUZZ_SEED</c> gives back.
/// </summary>
[Parallelizable(ParallelScope.Self)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Category("Faults")]
[CancelAfter(86_400_000)] // bounded below
internal sealed class FuzzTests : FaultTest
{
    private const int DefaultSeed = 20_261_129;
    private const int CallsAtOnce = 6;
    private const int MostMegabytes = 500;
    private const int MostFaults = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly string? Seconds = Environment.GetEnvironmentVariable("FUZZ_SECONDS");
    private static readonly int Seed = int.TryParse(
        Environment.GetEnvironmentVariable("FUZZ_SEED"),
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : (Seconds is null ? DefaultSeed : Environment.TickCount);

    private readonly ConcurrentBag<string> _faults = [];
    private readonly ConcurrentDictionary<int, int> _answers = new();

    [Test]
    public async Task No_request_makes_a_route_of_the_document_fail()
    {
        var amo = Using(await SandboxServer.StartAsync());
        var (_, service) = await StartAsync(("AmoCrm__ApiBaseUrl", amo.Address.ToString()));
        using var admin = service.Client(Service.AdminKey);
        var document = JsonElement.Parse(await admin.GetStringAsync("/openapi/v1.json"));
        var fuzzer = new RouteFuzzer(document, await BelongingsAsync(admin, amo), Service.AdminKey, Seed);

        await SendAsync(service, fuzzer.Requests(), count: fuzzer.Routes * 40, CheckRouteAsync);

        await AssertUnharmedAsync(service, $"{fuzzer.Routes} routes");
        Assert.That(_answers.Keys, Is.SupersetOf(new[] { 200, 201, 400, 401, 404 }), "it gets past the first look");
    }

    [Test]
    public async Task No_delivery_makes_the_service_fail_and_none_that_it_took_is_lost()
    {
        var (database, service) = await StartAsync();
        using var admin = service.Client(Service.AdminKey);
        var account = await FaultAccount.OpenAsync(admin, new { name = "Клиент" });
        var (taken, refused) = (0, 0);

        await SendAsync(
            service,
            new DeliveryFuzzer(account.WebhookUrl, Seed).Requests(),
            count: 3_000,
            async (request, answer) =>
            {
                if (answer.StatusCode == HttpStatusCode.OK)
                    Interlocked.Increment(ref taken);
                else if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    Interlocked.Increment(ref refused); // a busy machine: amoCRM would repeat it
                else
                    Fault(request, answer, await answer.Content.ReadAsStringAsync());
            }
        );

        await database.UntilDrainedAsync();
        await AssertUnharmedAsync(service, "deliveries");
        Assert.That(
            await database.OneAsync<long>(
                "SELECT (SELECT count(*) FROM webhook_inbox) + (SELECT count(*) FROM webhook_deliveries)"
            ),
            Is.InRange(taken, taken + refused),
            "each that was taken is kept"
        );
        Assert.That(
            await database.LinesAsync("SELECT DISTINCT error FROM webhook_inbox WHERE is_dead"),
            Is.Empty,
            "what cannot be read is set aside, it does not fail"
        );
        Assert.That(
            await database.OneAsync<long>("SELECT count(*) FROM amocrm_lead_status_history"),
            Is.Positive,
            "what can be read takes effect"
        );
    }

    private async Task<(FaultDatabase Database, ServiceProcess Service)> StartAsync(params (string, string)[] settings)
    {
        var database = await DatabaseAsync();
        return (database, await ServiceAsync(database.ConnectionString, port: null, settings));
    }

    private async Task SendAsync(
        ServiceProcess service,
        IEnumerable<FuzzRequest> requests,
        int count,
        Func<FuzzRequest, HttpResponseMessage, Task> checkAsync
    )
    {
        var begun = Stopwatch.StartNew();
        var lasts = Seconds is null ? Longest : TimeSpan.FromSeconds(int.Parse(Seconds, CultureInfo.InvariantCulture));
        using var client = service.Client();
        client.Timeout = TimeSpan.FromSeconds(60);
        await Parallel.ForEachAsync(
            requests.TakeWhile(
                (_, sent) => (Seconds is not null || sent < count) && begun.Elapsed < lasts && _faults.Count < MostFaults
            ),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce },
            async (request, cancellationToken) =>
            {
                try
                {
                    using var message = request.ToMessage(service.Address);
                    using var answer = await client.SendAsync(message, cancellationToken);
                    _answers.AddOrUpdate((int)answer.StatusCode, 1, (_, known) => known + 1);
                    await checkAsync(request, answer);
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    _faults.Add($"{request}\n  was not answered: {e.Message}");
                }
            }
        );
    }

    /// <summary>Every refusal says why, in a way that programs can go by; nothing fails.</summary>
    private async Task CheckRouteAsync(FuzzRequest request, HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 400 || request.Method == HttpMethod.Head || IsOfTheWebServer(answer))
            return;
        var text = await answer.Content.ReadAsStringAsync();
        if (status is 500 or > 503 || !IsProblem(answer, text))
            Fault(request, answer, text);
    }

    /// <summary>A line that is no HTTP is refused before there is a request to answer.</summary>
    private static bool IsOfTheWebServer(HttpResponseMessage answer) =>
        answer
            is {
                StatusCode: HttpStatusCode.BadRequest
                    or HttpStatusCode.RequestUriTooLong
                    or HttpStatusCode.RequestHeaderFieldsTooLarge,
                Headers.ConnectionClose: true,
                Content.Headers.ContentLength: 0
            };

    private static bool IsProblem(HttpResponseMessage answer, string text)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return false;
        var problem = JsonElement.Parse(text);
        return problem.TryGetProperty("code", out _) && KnownReasons.All.Contains(problem.Text("reason"));
    }

    private void Fault(FuzzRequest request, HttpResponseMessage answer, string text) =>
        _faults.Add($"{request}\n  was answered {(int)answer.StatusCode} {text}");

    private async Task AssertUnharmedAsync(ServiceProcess service, string what)
    {
        var answers = string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}"));
        await TestContext.Out.WriteLineAsync(
            $"{what}, seed {Seed}: {_answers.Values.Sum()} requests; {answers}; {service.Megabytes} MB"
        );
        if (!_faults.IsEmpty)
            Assert.Fail($"seed {Seed}:\n{string.Join("\n\n", _faults)}");
        Assert.That(service.Megabytes, Is.LessThan(MostMegabytes));
        await service.ReadyAsync();
    }

    /// <summary>An account with something of most kinds, by the path of their routes.</summary>
    private static async Task<IReadOnlyDictionary<string, Guid>> BelongingsAsync(HttpClient admin, SandboxServer amo)
    {
        var crm = amo.CreateAccount();
        crm.Pipelines.Add("Продажи", "Новый");
        var account = await FaultAccount.ConnectedAsync(admin, crm);
        await account.IntakeAsync(admin, deal: 501);
        await AnswerAsync(HttpMethod.Post, "/api/amocrm/sync-pipelines");
        var pipelines = await AnswerAsync(HttpMethod.Get, "/api/amocrm/pipelines");
        return new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            [RouteFuzzer.Accounts] = account.Id,
            ["/api/directions"] = (await AnswerAsync(HttpMethod.Post, "/api/directions", new { name = "Кухни" })).Id(),
            ["/api/creatives"] = (await AnswerAsync(HttpMethod.Post, "/api/creatives", new { title = "Видео" })).Id(),
            ["/api/leads"] = (await AnswerAsync(HttpMethod.Get, "/api/leads")).List("items")[0].Id(),
            ["/api/amocrm/pipeline-stages"] = pipelines.List("pipelines")[0].List("stages")[0].Id(),
        };

        async Task<JsonElement> AnswerAsync(HttpMethod method, string path, object? body = null)
        {
            using var answer = await admin.AskAsync(method, $"{path}?userAccountId={account.Id}", body);
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        }
    }
}
