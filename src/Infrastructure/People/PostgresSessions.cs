using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Infrastructure.People;

internal sealed class PostgresSessions(AppDbContext db) : ISessions
{
    private DbSet<UserSessionRow> Rows => db.Set<UserSessionRow>();

    public async Task<SessionKey> BeginAsync(Person person, CancellationToken cancellationToken)
    {
        var key = SessionKey.New();
        // A password that is being replaced is waited for; the session of the former one must not outlive it.
        var begun = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO user_sessions (key_hash, user_id, created_at, expires_at)
            SELECT {key.Hash}, id, now(), now() + {SessionKey.Life} FROM users
            WHERE id = {person.Id.Value} AND security_stamp = {person.Stamp} FOR SHARE
            """,
            cancellationToken
        );
        return begun == 1 ? key : throw new DomainException(SessionKey.Over);
    }

    public async Task<Person?> WhoseAsync(SessionKey key, CancellationToken cancellationToken)
    {
        var hash = key.Hash;
        var row = await db.Set<PersonRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(u => Rows.Any(s => s.KeyHash == hash && s.UserId == u.Id), cancellationToken);
        return row?.ToPerson();
    }

    public Task EndAsync(SessionKey key, CancellationToken cancellationToken)
    {
        var hash = key.Hash;
        return Rows.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
    }

    public Task EndAllAsync(PersonId person, SessionKey? except, CancellationToken cancellationToken)
    {
        var sessions = Rows.Where(s => s.UserId == person.Value);
        if (except?.Hash is { } kept)
            sessions = sessions.Where(s => s.KeyHash != kept);
        return sessions.ExecuteDeleteAsync(cancellationToken);
    }
}
