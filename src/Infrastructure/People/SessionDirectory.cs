using AmoCrmQualification.Application.People;
using AmoCrmQualification.Domain.People;

namespace AmoCrmQualification.Infrastructure.People;

/// <summary>Rights of a session. Read at each call and never cached, so that a change counts at once.</summary>
public sealed class SessionDirectory(NpgsqlDataSource database)
{
    private const string Rights = """
        SELECT u.role, u.account_ids, u.hide_contacts FROM user_sessions s JOIN users u ON u.id = s.user_id
        WHERE s.key_hash = $1 AND s.expires_at > now()
        """;

    private const string Known = "SELECT id FROM user_accounts WHERE id = ANY($1)";

    /// <summary>Null when the session is over.</summary>
    public async Task<SessionRights?> RightsOfAsync(SessionKey key, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Rights, BatchCommands.Scalar(key.Hash));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(SnakeCaseEnum<PersonRole>.Parse(row.GetString(0)), Ids(row.GetFieldValue<Guid[]>(1)), row.GetBoolean(2))
            : null;
    }

    /// <summary>Those of the accounts that are ours: another system names them, and may name anything.</summary>
    public async Task<IReadOnlyList<UserAccountId>> ExistingAsync(Guid[] accounts, CancellationToken cancellationToken)
    {
        await using var command = database.Command(Known, BatchCommands.Scalar(accounts));
        return await command.ListAsync(row => new UserAccountId(row.GetGuid(0)), cancellationToken);
    }

    private static IReadOnlyList<UserAccountId> Ids(Guid[] ids) => Array.ConvertAll(ids, id => new UserAccountId(id));
}

public sealed record SessionRights(PersonRole Role, IReadOnlyList<UserAccountId> Accounts, bool HideContacts);
