using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

public interface IPasswords
{
    /// <summary>Finds the user of an e-mail and password. Takes the same work when there is no such user.</summary>
    Task<Person?> WhoseAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>Gives the person a password, and answers the person who has it.</summary>
    Task<Person> SetAsync(Person person, string password, CancellationToken cancellationToken);
}
