namespace AmoCrmQualification.Sandbox.World;

public sealed class CrmLossReasons
{
    private readonly CrmAccount _account;
    private readonly SortedDictionary<long, CrmLossReason> _reasons = [];

    internal CrmLossReasons(CrmAccount account) => _account = account;

    public IReadOnlyList<CrmLossReason> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _reasons.Values];
        }
    }

    public CrmLossReason Add(string name, long? id = null)
    {
        lock (_account.Gate)
        {
            var reason = new CrmLossReason(id ?? _account.World.Ids.Small(), name, 100_000, _account.World.Now);
            return _reasons[reason.Id] = reason;
        }
    }

    public CrmLossReason? Find(long? id)
    {
        lock (_account.Gate)
            return id is { } key ? _reasons.GetValueOrDefault(key) : null;
    }
}
