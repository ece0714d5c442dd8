using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Connections;

public enum ConnectionState
{
    NotConnected,
    Connected,

    /// <summary>amoCRM refuses the token: a person gives a new one, unless amoCRM accepts it again.</summary>
    ReauthorizationRequired,
}

/// <summary>Kind of credentials a person gave.</summary>
public enum ConnectionMeans
{
    LongLivedToken,
    Oauth,
}

/// <summary>The right to call amoCRM for a client. Its row goes when the client disconnects, and the tokens with it.</summary>
public sealed class Connection : ITenantOwned
{
    private Connection() { } // EF Core

    /// <summary>Refuses what needs a connection of an account that has none.</summary>
    public static Refusal Missing =>
        new(
            RefusalKind.Conflict,
            ProblemCodes.AmoCrmNotConnected,
            Reasons.AmoCrmNotConnected,
            "This account is not connected to amoCRM."
        );

    public UserAccountId UserAccountId { get; private init; }
    public AmoAccountId AmocrmAccountId { get; private set; }
    public AmoDomain Domain { get; private set; }
    public ConnectionMeans ConnectedBy { get; private set; }

    /// <summary>Encrypted. Another text is another token: replicas notice a refresh by it.</summary>
    public string AccessToken { get; private set; } = "";

    public DateTimeOffset? AccessTokenExpiresAt { get; private set; }

    /// <summary>Encrypted, and of use once. A long-lived token has none.</summary>
    public string? RefreshToken { get; private set; }

    public DateTimeOffset? RefreshTokenExpiresAt { get; private set; }
    public ConnectionState State { get; private set; }
    public DateTimeOffset ConnectedAt { get; private set; }

    /// <summary>Deadline for a person's help unless amoCRM is called before; null when unknown.</summary>
    public DateTimeOffset? EndsAt => ConnectedBy == ConnectionMeans.Oauth ? RefreshTokenExpiresAt : AccessTokenExpiresAt;

    public static Connection To(UserAccountId account) => new() { UserAccountId = account };

    public void Use(AmoAccountId amoAccount, AmoDomain domain, ConnectionTokens tokens, DateTimeOffset now)
    {
        AmocrmAccountId = amoAccount;
        Domain = domain;
        ConnectedBy = tokens.Refresh is null ? ConnectionMeans.LongLivedToken : ConnectionMeans.Oauth;
        AccessToken = tokens.Access;
        AccessTokenExpiresAt = tokens.AccessExpiresAt;
        RefreshToken = tokens.Refresh;
        RefreshTokenExpiresAt = tokens.RefreshExpiresAt;
        State = ConnectionState.Connected;
        ConnectedAt = now;
    }
}

/// <summary>Encrypted tokens. Without one to refresh by, the other is a long-lived one.</summary>
public sealed record ConnectionTokens(
    string Access,
    DateTimeOffset? AccessExpiresAt,
    string? Refresh = null,
    DateTimeOffset? RefreshExpiresAt = null
);
