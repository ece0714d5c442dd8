using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Sharing;

public readonly record struct ShareLinkId(Guid Value) : ITypedId<Guid>
{
    public static ShareLinkId New() => new(Guid.CreateVersion7());

    public static bool operator <(ShareLinkId a, ShareLinkId b) => a.Value < b.Value;

    public static bool operator >(ShareLinkId a, ShareLinkId b) => a.Value > b.Value;
}

public enum SharePage
{
    Overview,
    Creatives,
    Funnel,
}

/// <summary>Bounds of a shared page; null does not bound.</summary>
/// <param name="From">The first day, as the last one in the account's time zone.</param>
/// <param name="Mode">The meaning of qualified.</param>
/// <param name="Days">With the mode <c>within</c>: how many days a lead has to qualify.</param>
public sealed record ShareFilter(
    DateOnly? From = null,
    DateOnly? To = null,
    int? Days = null,
    string? Mode = null,
    Guid? DirectionId = null,
    Guid? CreativeId = null,
    long? PipelineId = null
);

/// <summary>A page of an account that is read without sign-in. Only the hash of its token is kept.</summary>
public sealed class ShareLink : ITenantOwned
{
    private ShareLink() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public ShareLinkId Id { get; private init; }
    public string Title { get; private init; } = "";
    public SharePage Page { get; private init; }
    public ShareFilter Filter { get; private init; } = new();

    /// <summary>SHA-256 of the token; 256 random bits need no salt.</summary>
    public byte[] TokenHash { get; private init; } = [];

    public string? PasswordHash { get; private init; }
    public DateTimeOffset? ExpiresAt { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    public static ShareLink Create(
        UserAccountId account,
        string title,
        SharePage page,
        ShareFilter filter,
        byte[] tokenHash,
        string? passwordHash,
        DateTimeOffset? expiresAt,
        DateTimeOffset now
    )
    {
        if (expiresAt <= now)
            throw new DomainException(
                Refusal.Invalid("expires_at", Reasons.ValueOutOfRange, "A link expires in the future, or never.")
            );
        return new()
        {
            UserAccountId = account,
            Id = ShareLinkId.New(),
            Title = title,
            Page = page,
            Filter = filter,
            TokenHash = tokenHash,
            PasswordHash = passwordHash,
            ExpiresAt = expiresAt,
            CreatedAt = now,
        };
    }
}
