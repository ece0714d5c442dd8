using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>A user as administrators see it.</summary>
/// <param name="AccountIds">The accounts of a member or viewer; an administrator may use all.</param>
/// <param name="HideContacts">Names, phones, e-mails, messages and payloads are hidden from this viewer.</param>
/// <param name="InvitedAt">When the last link was made; null for the first administrator.</param>
public sealed record UserView(
    Guid Id,
    string Email,
    PersonRole Role,
    IReadOnlyList<Guid> AccountIds,
    bool HideContacts,
    PersonState State,
    DateTimeOffset? InvitedAt,
    DateTimeOffset CreatedAt
)
{
    internal static UserView From(Person person, DateTimeOffset now) =>
        new(
            person.Id.Value,
            person.Email,
            person.Role,
            [.. person.Accounts.Select(a => a.Value)],
            person.HideContacts,
            person.StateAt(now),
            person.InvitedAt,
            person.CreatedAt
        );
}

/// <summary>A user with a new invitation link.</summary>
/// <param name="InvitationUrl">Shown this once; sets a password once, until it expires.</param>
public sealed record InvitedUser(
    Guid Id,
    string Email,
    PersonRole Role,
    IReadOnlyList<Guid> AccountIds,
    bool HideContacts,
    string InvitationUrl,
    DateTimeOffset ExpiresAt
)
{
    internal static InvitedUser From(Person person, string url, Invitation invitation) =>
        new(
            person.Id.Value,
            person.Email,
            person.Role,
            [.. person.Accounts.Select(a => a.Value)],
            person.HideContacts,
            url,
            invitation.ExpiresAt
        );
}
