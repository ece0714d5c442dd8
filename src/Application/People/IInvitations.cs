using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Application.People;

public interface IInvitations
{
    /// <summary>Gives the person a link; the former one stops working.</summary>
    Task IssueAsync(PersonId person, Invitation invitation, CancellationToken cancellationToken);

    /// <summary>Whose link it is, while it is open.</summary>
    Task<Person?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken);

    /// <summary>Uses the link up; false when somebody else was first.</summary>
    Task<bool> RedeemAsync(byte[] tokenHash, CancellationToken cancellationToken);
}
