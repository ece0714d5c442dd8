namespace AmoCrmQualification.Sandbox.World;

public sealed record CrmUser(long Id, string Name);

/// <summary>The people who work in the account; the first is its administrator.</summary>
public sealed class CrmUsers
{
    private readonly CrmAccount _account;
    private readonly List<CrmUser> _users;

    internal CrmUsers(CrmAccount account)
    {
        _account = account;
        _users = [new CrmUser(account.AdminId, "Администратор")];
    }

    public IReadOnlyList<CrmUser> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _users];
        }
    }

    public CrmUser Add(string name, long? id = null)
    {
        lock (_account.Gate)
        {
            var user = new CrmUser(id ?? _account.World.Ids.Small(), name);
            _users.Add(user);
            return user;
        }
    }
}
