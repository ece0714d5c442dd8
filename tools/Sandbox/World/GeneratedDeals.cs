namespace AmoCrmQualification.Sandbox.World;

/// <summary>Generated deals by id and by time. One that is changed is kept as any other from then on.</summary>
internal sealed class GeneratedDeals : IRowSource<CrmLead>
{
    private readonly GeneratedStory _story;
    private readonly GeneratedMarks _marks;
    private readonly GeneratedContacts _contacts;
    private readonly TimeIndex _created;
    private readonly TimeIndex _updated;
    private readonly uint[] _updatedAt;
    private readonly bool[] _replaced;
    private readonly long _firstId;
    private int _replacedCount;

    public GeneratedDeals(GeneratedStory story, GeneratedMarks marks, GeneratedContacts contacts, long firstId)
    {
        (_story, _marks, _contacts, _firstId) = (story, marks, contacts, firstId);
        _replaced = new bool[story.Count];
        _updatedAt =
        [
            .. Numbers.Select(row => (uint)(story.Path(row) is { Count: > 0 } path ? path[^1].At : story.CreatedAt(row))),
        ];
        _created = new TimeIndex(Numbers.Select(row => (story.CreatedAt(row), row)));
        _updated = new TimeIndex(Numbers.Select(row => ((long)_updatedAt[row], row)));
    }

    public int Count => _story.Count - _replacedCount;

    private IEnumerable<int> Numbers => Enumerable.Range(0, _story.Count);

    public CrmLead? Find(long id) => Has(id) ? Get(id) : null;

    public CrmLead Get(long id)
    {
        var row = (int)(id - _firstId);
        return _story.Lead(row, id, _contacts.Exists(row) ? _contacts.IdOf(row) : null, _marks.Fields(row));
    }

    /// <summary>From now on it is kept elsewhere, or gone.</summary>
    public void Replace(long id)
    {
        if (!Has(id))
            return;
        _replaced[id - _firstId] = true;
        _replacedCount++;
    }

    public long? OfContact(long contactId)
    {
        var id = contactId - _contacts.IdOf(0) + _firstId;
        return Has(id) && _contacts.Exists((int)(id - _firstId)) ? id : null;
    }

    public IEnumerable<Row<CrmLead>> Select(LeadQuery query)
    {
        var byUpdate = query.By == LeadOrder.UpdatedAt;
        var (index, (from, to)) = byUpdate ? (_updated, query.Updated) : (_created, query.Created);
        foreach (var (at, row) in index.Between(from, to, query.Ascending))
        {
            if (_replaced[row] || !(byUpdate ? query.IsCreated(_story.CreatedAt(row)) : query.IsUpdated(_updatedAt[row])))
                continue;
            yield return new(query.By == LeadOrder.Id ? _firstId + row : at, _firstId + row, null, this);
        }
    }

    private bool Has(long id) => id >= _firstId && id < _firstId + _story.Count && !_replaced[id - _firstId];
}
