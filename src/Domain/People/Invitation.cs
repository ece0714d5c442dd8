namespace AmoCrmQualification.Domain.People;

/// <summary>A link by which a person sets a password, once. Only the hash of its token is kept.</summary>
public sealed record Invitation(byte[] TokenHash, DateTimeOffset InvitedAt)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public DateTimeOffset ExpiresAt => InvitedAt + Life;
}
