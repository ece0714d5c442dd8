using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>Who is signed in, in the database: a session ends at once everywhere, whoever still has its cookie.</summary>
public interface ISessions
{
    /// <summary>Refuses a person who was removed, or got another password, since he was recognised.</summary>
    Task<SessionKey> BeginAsync(Person person, CancellationToken cancellationToken);

    Task<Person?> WhoseAsync(SessionKey key, CancellationToken cancellationToken);

    Task EndAsync(SessionKey key, CancellationToken cancellationToken);

    /// <summary>Ends the person's sessions, all but one if that is named.</summary>
    Task EndAllAsync(PersonId person, SessionKey? except, CancellationToken cancellationToken);
}
