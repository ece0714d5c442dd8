using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.People;

public readonly record struct PersonId(Guid Value) : ITypedId<Guid>
{
    public static PersonId New() => new(Guid.CreateVersion7());
}

/// <summary>Role of a user: an administrator may do everything, a member as much as a key of the member's accounts.</summary>
public enum PersonRole
{
    Admin,
    Member,
}

public enum PersonState
{
    /// <summary>Has a password.</summary>
    Active,

    /// <summary>Has a link to set one.</summary>
    Invited,

    /// <summary>Let that link grow old.</summary>
    Expired,
}

/// <summary>A user who signs in with an e-mail and a password.</summary>
public sealed record Person(
    PersonId Id,
    string Email,
    PersonRole Role,
    IReadOnlyList<UserAccountId> Accounts,
    DateTimeOffset CreatedAt
)
{
    public bool HasPassword { get; init; }

    /// <summary>Another with each password, so that none signs in with one that is just being replaced.</summary>
    public string? Stamp { get; init; }
    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>The end of the link that is open; null when there is none.</summary>
    public DateTimeOffset? InvitationExpiresAt { get; init; }

    private bool Administers => Role == PersonRole.Admin && HasPassword;

    public PersonState StateAt(DateTimeOffset now)
    {
        if (HasPassword)
            return PersonState.Active;
        return InvitationExpiresAt > now ? PersonState.Invited : PersonState.Expired;
    }

    /// <summary>Checks that an administrator remains when these rights are taken away.</summary>
    public void LeaveAdministration(int administrators)
    {
        if (Administers && administrators <= 1)
            throw new DomainException(Refusal.Conflict(Reasons.LastAdministrator, "This is the last administrator."));
    }
}
