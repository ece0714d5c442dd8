using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.People;

public readonly record struct PersonId(Guid Value) : ITypedId<Guid>
{
    public static PersonId New() => new(Guid.CreateVersion7());
}

/// <summary>Role of a user: an administrator may do everything, a member works in own accounts, a viewer only reads.</summary>
public enum PersonRole
{
    Admin,
    Member,
    Viewer,
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
    /// <summary>Names, phones, e-mails, messages and payloads are hidden from this person.</summary>
    public bool HideContacts { get; private init; }

    public bool HasPassword { get; init; }

    /// <summary>Another with each password, so that none signs in with one that is just being replaced.</summary>
    public string? Stamp { get; init; }
    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>The end of the link that is open; null when there is none.</summary>
    public DateTimeOffset? InvitationExpiresAt { get; init; }

    /// <summary>The person with these rights. Contacts are hidden from viewers only: the other roles work with them.</summary>
    /// <param name="hideContacts">Null leaves it as it is, where the role allows.</param>
    public Person WithRights(PersonRole role, IReadOnlyList<UserAccountId> accounts, bool? hideContacts)
    {
        if (hideContacts is true && role != PersonRole.Viewer)
            throw new DomainException(
                Refusal.Invalid("hide_contacts", Reasons.ContactsNeeded, "Contacts can be hidden from viewers only.")
            );
        return this with
        {
            Role = role,
            Accounts = accounts,
            HideContacts = role == PersonRole.Viewer && (hideContacts ?? HideContacts),
        };
    }

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
