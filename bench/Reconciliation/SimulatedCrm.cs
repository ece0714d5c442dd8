using AmoCrmQualification.Sandbox;
using AmoCrmQualification.Sandbox.Faults;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Bench.Reconciliation;

/// <summary>
/// The amoCRM of the bench, in this process: what it costs is not the service's. It refuses more than seven calls a second
/// of an account, as amoCRM does.
/// </summary>
internal sealed class SimulatedCrm : IAsyncDisposable
{
    /// <summary>Calls that amoCRM takes in a second.</summary>
    public const int Pace = 7;

    /// <summary>As many as the service can be told to make.</summary>
    public const int RaisedPace = 50;

    public const int MovesOfADeal = 3;

    private const int OneOf = 20; // five of a hundred
    private static readonly string[] Stages = ["New", "In work", "Qualified"];
    private static readonly long Past = (long)TimeSpan.FromDays(60).TotalSeconds;
    private static readonly long BetweenMoves = (long)TimeSpan.FromHours(5).TotalSeconds;

    private readonly SandboxServer _server;

    private SimulatedCrm(SandboxServer server) => _server = server;

    public Uri Address => _server.Address;

    public IReadOnlyList<CrmAccount> Accounts => _server.Accounts;

    public IReadOnlyList<LoggedRequest> Calls => _server.Requests;

    public int MostCallsInASecond => Accounts.Max(a => _server.MaxRequestsPerSecond(a.Id));

    /// <summary>Accounts whose deals came in evenly over two months, each moved up to twice since.</summary>
    public static async Task<SimulatedCrm> StartAsync(int accounts, int deals)
    {
        var server = await SandboxServer.StartAsync(new() { LogLimit = int.MaxValue });
        var begin = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - Past;
        for (var number = 0; number < accounts; number++)
        {
            var account = server.CreateAccount();
            var pipeline = account.Pipelines.Add("Sales", Stages);
            for (var deal = 0; deal < deals; deal++)
                Create(
                    account,
                    pipeline,
                    begin + deal * (Past - Stages.Length * BetweenMoves) / deals,
                    moves: deal % Stages.Length
                );
        }

        return new(server);
    }

    /// <summary>An account with deals of the last year that other programs made, their contacts and their moves.</summary>
    public static async Task<SimulatedCrm> GenerateAsync(int deals, int pace)
    {
        var server = await SandboxServer.StartAsync(
            new()
            {
                LogLimit = int.MaxValue,
                Switches = new() { RateLimitPerSecond = pace },
            }
        );
        var account = server.CreateAccount();
        account.Pipelines.Add("Sales", Stages);
        account.Generate(
            new()
            {
                Deals = deals,
                ContactShare = 1,
                Moves = MovesOfADeal,
            }
        );
        return new(server);
    }

    /// <summary>Every 20th deal moves on, and no webhook says so.</summary>
    public int MoveSilently()
    {
        var moved = 0;
        foreach (var account in Accounts)
        {
            account.Switches = account.Switches with { DropStatusEvery = 1 };
            var pipeline = account.Pipelines.Main;
            foreach (var deal in account.Leads.All.Where((_, number) => number % OneOf == 0))
            {
                var stage = Array.FindIndex(Stages, name => pipeline[name] == deal.StatusId);
                account.Leads.Move(deal.Id, pipeline[Stages[(stage + 1) % Stages.Length]]);
                moved++;
            }
        }

        return moved;
    }

    public void ForgetCalls() => _server.ClearRequests();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Create(CrmAccount account, CrmPipeline pipeline, long at, int moves)
    {
        var deal = account.Leads.Create(new() { At = at });
        for (var move = 1; move <= moves; move++)
            account.Leads.Move(deal.Id, pipeline[Stages[move]], at: at + move * BetweenMoves);
    }
}
