using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Infrastructure.People;

internal sealed class PostgresInvitations(AppDbContext db, TimeProvider clock) : IInvitations
{
    private DbSet<PersonRow> Rows => db.Set<PersonRow>();

    public Task IssueAsync(PersonId person, Invitation invitation, CancellationToken cancellationToken) =>
        Rows.Where(u => u.Id == person.Value)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.InvitationHash, invitation.TokenHash)
                        .SetProperty(u => u.InvitedAt, invitation.InvitedAt)
                        .SetProperty(u => u.InvitationExpiresAt, invitation.ExpiresAt),
                cancellationToken
            );

    public async Task<Person?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken) =>
        (await Open(tokenHash).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.ToPerson();

    public async Task<bool> RedeemAsync(byte[] tokenHash, CancellationToken cancellationToken) =>
        await Open(tokenHash)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.InvitationHash, (byte[]?)null)
                        .SetProperty(u => u.InvitationExpiresAt, (DateTimeOffset?)null),
                cancellationToken
            ) == 1;

    private IQueryable<PersonRow> Open(byte[] tokenHash)
    {
        var now = clock.GetUtcNow();
        return Rows.Where(u => u.InvitationHash == tokenHash && u.InvitationExpiresAt > now);
    }
}
