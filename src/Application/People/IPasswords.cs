using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

public interface IPasswords
{
    /// <summary>Whose e-mail and password these are. Takes the same work when there is no such person.</summary>
    Task<Person?> WhoseAsync(string email, string password, CancellationToken cancellationToken);

    Task SetAsync(PersonId person, string password, CancellationToken cancellationToken);
}
