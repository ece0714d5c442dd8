namespace AmoCrmQualification.Sandbox.OAuth;

/// <summary>An integration as its settings page holds it; redirect and disable addresses come from there, never from a request.</summary>
public sealed record Integration(string ClientId, string ClientSecret, string RedirectUri, string? DisableUri = null);

internal sealed record TokenPair(string AccessToken, string RefreshToken, int ExpiresIn);

/// <summary>Codes and refresh tokens. A refresh token serves once, unless the account's grace switch is on.</summary>
internal sealed class OAuthServer(CrmWorld world)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(90);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Integration> _integrations = [];
    private readonly Dictionary<string, Grant> _codes = [];
    private readonly Dictionary<string, Grant> _refreshes = [];
    private readonly Dictionary<string, Grant> _byAccess = [];

    public void Register(Integration integration)
    {
        lock (_gate)
            _integrations[integration.ClientId] = integration;
    }

    public Integration? Find(string? clientId)
    {
        lock (_gate)
            return clientId is null ? null : _integrations.GetValueOrDefault(clientId);
    }

    public string IssueCode(Integration integration, CrmAccount account)
    {
        var code = TokenStore.Opaque("def502");
        lock (_gate)
            _codes[code] = new Grant(account.Id, integration.ClientId, world.Clock.GetUtcNow() + CodeLife);
        return code;
    }

    public (TokenPair Pair, CrmAccount Account) ExchangeCode(string code)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code, out var grant))
                throw OAuthProblem.BadRequest("Cannot decrypt the authorization code");
            if (grant.Spent)
                throw OAuthProblem.BadRequest("Authorization code has been revoked");
            if (grant.ExpiresAt <= world.Clock.GetUtcNow())
                throw OAuthProblem.BadRequest("Authorization code has expired");

            grant.Spent = true;
            return Issue(grant, parent: null);
        }
    }

    public (TokenPair Pair, CrmAccount Account) Refresh(string refreshToken)
    {
        lock (_gate)
        {
            if (!_refreshes.TryGetValue(refreshToken, out var grant))
                throw OAuthProblem.BadRequest("Invalid refresh token");
            var grace = world.Account(grant.AccountId).Switches.RefreshGrace && grant.Child is { Spent: false, Used: false };
            if (grant.Revoked || (grant.Spent && !grace) || grant.ExpiresAt <= world.Clock.GetUtcNow())
                throw OAuthProblem.Revoked();

            grant.Spent = true;
            return Issue(grant, grant);
        }
    }

    /// <summary>Kommo keeps an old refresh token alive until the new pair is first used; this is that use.</summary>
    public void NoteUse(string accessToken)
    {
        lock (_gate)
        {
            if (_byAccess.Remove(accessToken, out var grant))
                grant.Used = true;
        }
    }

    public void RevokeAll(long account)
    {
        lock (_gate)
        {
            foreach (var grant in _refreshes.Values.Where(g => g.AccountId == account))
                grant.Revoked = true;
        }

        world.Tokens.Revoke(t => t.AccountId == account);
    }

    public IReadOnlyList<string> RefreshTokensOf(long account)
    {
        lock (_gate)
            return [.. _refreshes.Where(r => r.Value.AccountId == account).Select(r => r.Key)];
    }

    public CrmAccount? OwnerOfRefresh(string? refreshToken)
    {
        lock (_gate)
            return refreshToken is not null && _refreshes.TryGetValue(refreshToken, out var g)
                ? world.Account(g.AccountId)
                : null;
    }

    private (TokenPair, CrmAccount) Issue(Grant from, Grant? parent)
    {
        var account = world.Account(from.AccountId);
        var seconds = account.Switches.AccessTokenSeconds;
        var pair = new TokenPair(
            world.Tokens.IssueAccess(account.Id, TimeSpan.FromSeconds(seconds)),
            TokenStore.Opaque("def50200"),
            seconds
        );
        var grant = new Grant(account.Id, from.ClientId, world.Clock.GetUtcNow() + RefreshLife);
        if (parent is not null)
            parent.Child = grant;
        _refreshes[pair.RefreshToken] = grant;
        _byAccess[pair.AccessToken] = grant;
        return (pair, account);
    }

    private sealed class Grant(long accountId, string clientId, DateTimeOffset expiresAt)
    {
        public long AccountId { get; } = accountId;
        public string ClientId { get; } = clientId;
        public DateTimeOffset ExpiresAt { get; } = expiresAt;
        public Grant? Child { get; set; }
        public bool Spent { get; set; }
        public bool Used { get; set; }
        public bool Revoked { get; set; }
    }
}
