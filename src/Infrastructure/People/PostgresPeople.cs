using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace AmoCrmQualification.Infrastructure.People;

internal sealed class PostgresPeople(AppDbContext db, UserManager<PersonRow> users, TimeProvider clock) : IPeople
{
    private DbSet<PersonRow> Rows => db.Set<PersonRow>();

    public Task AcquireExclusiveAsync(CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE", cancellationToken);

    public Task<bool> AnyAsync(CancellationToken cancellationToken) => Rows.AnyAsync(cancellationToken);

    public Task<int> CountAdministratorsAsync(CancellationToken cancellationToken) =>
        Rows.CountAsync(u => u.Role == PersonRole.Admin && u.PasswordHash != null, cancellationToken);

    public async Task<Person?> FindAsync(PersonId id, CancellationToken cancellationToken) =>
        (await Rows.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id.Value, cancellationToken))?.ToPerson();

    public async Task<IReadOnlyList<Person>> ListAsync(Position? after, int count, CancellationToken cancellationToken)
    {
        var rows = Rows.AsNoTracking();
        if (after is not null)
            rows = rows.Where(u => u.CreatedAt < after.At || (u.CreatedAt == after.At && u.Id.CompareTo(after.Id) < 0));
        var page = await rows.OrderByDescending(u => u.CreatedAt)
            .ThenByDescending(u => u.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return page.ConvertAll(row => row.ToPerson());
    }

    public async Task<IReadOnlyList<SessionAccount>> AccountsOfAsync(Person person, CancellationToken cancellationToken)
    {
        // Nobody is signed in yet while somebody signs in: the tenant filter would hide all.
        var accounts = db.UserAccounts.IgnoreQueryFilters().AsNoTracking().Where(a => !a.IsArchived);
        if (person.Role != PersonRole.Admin)
            accounts = accounts.Where(a => person.Accounts.Contains(a.Id));
        return await accounts
            .OrderBy(a => a.Name)
            .ThenBy(a => a.Id)
            .Select(a => new SessionAccount(a.Id.Value, a.Name))
            .ToListAsync(cancellationToken);
    }

    public async Task AddAsync(Person person, CancellationToken cancellationToken)
    {
        var made = await users.CreateAsync(PersonRow.From(person));
        db.ClearChangeTracker();
        if (made.Succeeded)
            return;
        throw new DomainException(
            made.Errors.Any(e => e.Code.StartsWith("Duplicate", StringComparison.Ordinal))
                ? Refusal.Conflict(Reasons.EmailTaken, "This e-mail is in use.")
                : Refusal.Invalid("email", Reasons.EmailInvalid, made.Errors.First().Description)
        );
    }

    public Task ChangeAsync(Person person, CancellationToken cancellationToken)
    {
        var accounts = PersonRow.IdsOf(person);
        return Rows.Where(u => u.Id == person.Id.Value)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.Role, person.Role)
                        .SetProperty(u => u.AccountIds, accounts)
                        .SetProperty(u => u.HideContacts, person.HideContacts),
                cancellationToken
            );
    }

    public Task RemoveAsync(PersonId id, CancellationToken cancellationToken) =>
        Rows.Where(u => u.Id == id.Value).ExecuteDeleteAsync(cancellationToken);

    public Task InviteAsync(PersonId id, Invitation invitation, CancellationToken cancellationToken) =>
        Rows.Where(u => u.Id == id.Value)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.InvitationHash, invitation.TokenHash)
                        .SetProperty(u => u.InvitedAt, invitation.InvitedAt)
                        .SetProperty(u => u.InvitationExpiresAt, invitation.ExpiresAt),
                cancellationToken
            );

    public async Task<Person?> FindInvitedAsync(byte[] tokenHash, CancellationToken cancellationToken) =>
        (await Invited(tokenHash).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.ToPerson();

    public async Task<bool> RedeemAsync(byte[] tokenHash, CancellationToken cancellationToken) =>
        await Invited(tokenHash)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(u => u.InvitationHash, (byte[]?)null)
                        .SetProperty(u => u.InvitationExpiresAt, (DateTimeOffset?)null),
                cancellationToken
            ) == 1;

    private IQueryable<PersonRow> Invited(byte[] tokenHash)
    {
        var now = clock.GetUtcNow();
        return Rows.Where(u => u.InvitationHash == tokenHash && u.InvitationExpiresAt > now);
    }
}
