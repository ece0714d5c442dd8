using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>The signed-in user for the web app.</summary>
/// <param name="Rights">In these accounts: what routes need.</param>
/// <param name="HideContacts">Names, phones, e-mails, messages and payloads are hidden.</param>
/// <param name="Accounts">By name, without those that are archived; an administrator may use all there are.</param>
/// <param name="CsrfToken">Goes into the header X-CSRF-Token of every call that changes something.</param>
public sealed record SessionView(
    string Email,
    PersonRole Role,
    IReadOnlyList<Right> Rights,
    bool HideContacts,
    IReadOnlyList<SessionAccount> Accounts,
    string CsrfToken
);

public sealed record SessionAccount(Guid Id, string Name);

/// <summary>A session that begins: its key goes into a cookie, its view into the answer.</summary>
public sealed record StartedSession(SessionKey Key, SessionView View);

internal static class SessionViews
{
    public static async Task<SessionView> ShowAsync(
        this IPeople people,
        Person person,
        SessionKey key,
        CancellationToken cancellationToken
    ) =>
        new(
            person.Email,
            person.Role,
            person.Role.Rights(),
            person.HideContacts,
            await people.AccountsOfAsync(person, cancellationToken),
            key.CsrfToken
        );
}
