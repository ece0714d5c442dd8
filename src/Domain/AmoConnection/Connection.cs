using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.AmoConnection;

public enum ConnectionState
{
    NotConnected,
    Connected,

    /// <summary>amoCRM refuses the token: only a person can give a new one.</summary>
    ReauthorizationRequired,
}

/// <summary>The right to call amoCRM for a client. Its row goes when the client disconnects, and the tokens with it.</summary>
public sealed class Connection
{
    private Connection() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public AmoAccountId AmocrmAccountId { get; private set; }
    public AmoDomain Domain { get; private set; }

    /// <summary>Encrypted.</summary>
    public string AccessToken { get; private set; } = "";

    public DateTimeOffset? AccessTokenExpiresAt { get; private set; }
    public ConnectionState State { get; private set; }
    public DateTimeOffset ConnectedAt { get; private set; }

    public static Connection To(UserAccountId account) => new() { UserAccountId = account };

    public void UseLongLivedToken(
        AmoAccountId amoAccount,
        AmoDomain domain,
        string encrypted,
        DateTimeOffset? expiresAt,
        DateTimeOffset now
    )
    {
        AmocrmAccountId = amoAccount;
        Domain = domain;
        AccessToken = encrypted;
        AccessTokenExpiresAt = expiresAt;
        State = ConnectionState.Connected;
        ConnectedAt = now;
    }

    public void RequireReauthorization() => State = ConnectionState.ReauthorizationRequired;
}
