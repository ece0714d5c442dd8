namespace AmoCrmQualification.Domain.Accounts;

public readonly record struct ApiKeyId(Guid Value) : ITypedId<Guid>
{
    public static ApiKeyId New() => new(Guid.CreateVersion7());

    public static bool operator <(ApiKeyId a, ApiKeyId b) => a.Value < b.Value;

    public static bool operator >(ApiKeyId a, ApiKeyId b) => a.Value > b.Value;
}

/// <summary>Lets a program act for one account. Only the hash is kept.</summary>
public sealed class ApiKey : ITenantOwned
{
    private ApiKey() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public ApiKeyId Id { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the key; 256 random bits need no salt.</summary>
    public byte[] KeyHash { get; private init; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    public static ApiKey Issue(UserAccountId account, string name, byte[] hash, DateTimeOffset now) =>
        new()
        {
            UserAccountId = account,
            Id = ApiKeyId.New(),
            Name = name,
            KeyHash = hash,
            CreatedAt = now,
        };
}
