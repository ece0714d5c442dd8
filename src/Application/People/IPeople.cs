using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

/// <summary>The people who sign in. They belong to no account, so no tenant filter stands before them.</summary>
public interface IPeople
{
    /// <summary>Serializes changes of users; held to the end of the transaction.</summary>
    Task AcquireExclusiveAsync(CancellationToken cancellationToken);

    Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>Administrators who can sign in.</summary>
    Task<int> CountAdministratorsAsync(CancellationToken cancellationToken);

    Task<Person?> FindAsync(PersonId id, CancellationToken cancellationToken);

    /// <summary>People, newest first.</summary>
    Task<IReadOnlyList<Person>> ListAsync(Position? after, int count, CancellationToken cancellationToken);

    /// <summary>The accounts a person may use, by name: an administrator all of them.</summary>
    Task<IReadOnlyList<SessionAccount>> AccountsOfAsync(Person person, CancellationToken cancellationToken);

    /// <summary>Refuses an e-mail that is in use.</summary>
    Task AddAsync(Person person, CancellationToken cancellationToken);

    Task ChangeAsync(Person person, CancellationToken cancellationToken);

    /// <summary>Removes a person with the sessions.</summary>
    Task RemoveAsync(PersonId id, CancellationToken cancellationToken);

    /// <summary>Gives a person a link to set a password; the former one stops working.</summary>
    Task InviteAsync(PersonId id, Invitation invitation, CancellationToken cancellationToken);

    /// <summary>The person whose link it is, while it is open.</summary>
    Task<Person?> FindInvitedAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>Uses a link up; false when it was used before.</summary>
    Task<bool> RedeemAsync(byte[] tokenHash, CancellationToken cancellationToken);
}
