using System.Collections.Concurrent;
using AmoCrmQualification.Sandbox.OAuth;

namespace AmoCrmQualification.Sandbox.World;

/// <summary>All accounts of one sandbox. Nothing here is static: a test process runs several sandboxes.</summary>
internal sealed class CrmWorld(SandboxOptions options, HttpClient http, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<long, CrmAccount> _accounts = new();

    public SandboxOptions Options { get; } = options;
    public TimeProvider Clock { get; } = options.Clock;
    public HttpClient Http { get; } = http;
    public CancellationToken Stopping { get; } = stopping;
    public IdSource Ids { get; } = new();
    public TokenStore Tokens { get; } = new(options.Clock);
    public IReadOnlyList<CrmAccount> Accounts => [.. _accounts.Values.OrderBy(a => a.Id)];
    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    public CrmAccount Create(NewAccount plan)
    {
        if (plan.Id is { } id && _accounts.ContainsKey(id))
            throw new CrmProblem(409, "Conflict", $"Account {id} exists");

        var account = new CrmAccount(plan, this);
        _accounts[account.Id] = account;
        return account;
    }

    public CrmAccount Account(long id) =>
        _accounts.GetValueOrDefault(id) ?? throw CrmProblem.NotFound($"No account {id} in this sandbox");

    /// <summary>The account an access token opens, were it still valid; faults and logs want it either way.</summary>
    public CrmAccount? OwnerOf(AccessToken? token) => token is null ? null : _accounts.GetValueOrDefault(token.AccountId);
}
