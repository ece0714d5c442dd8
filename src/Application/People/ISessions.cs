using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>Sessions in the database: one ends at once everywhere, even where its cookie still exists.</summary>
public interface ISessions
{
    /// <summary>Refuses a user who was removed, or got another password, since the sign-in.</summary>
    Task<SessionKey> BeginAsync(Person person, CancellationToken cancellationToken);

    Task<Person?> WhoseAsync(SessionKey key, CancellationToken cancellationToken);

    Task EndAsync(SessionKey key, CancellationToken cancellationToken);

    /// <summary>Ends the person's sessions, all but one if that is named.</summary>
    Task EndAllAsync(PersonId person, SessionKey? except, CancellationToken cancellationToken);
}
