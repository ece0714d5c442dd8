namespace AmoCrmQualification.Sandbox.World;

/// <summary>The deals that are kept one by one, and those that are only derived. Used under the account's lock.</summary>
internal sealed class LeadStore
{
    private readonly SortedDictionary<long, CrmLead> _kept = [];
    private readonly Dictionary<long, HashSet<long>> _ofContact = [];
    private readonly List<GeneratedDeals> _generated = [];

    public int Count => _kept.Count + _generated.Sum(g => g.Count);

    public CrmLead? Find(long id) =>
        _kept.GetValueOrDefault(id) ?? _generated.Select(g => g.Find(id)).FirstOrDefault(lead => lead is not null);

    public void Put(CrmLead lead)
    {
        Remove(lead.Id);
        _kept[lead.Id] = lead;
        foreach (var contact in lead.ContactIds)
        {
            if (!_ofContact.TryGetValue(contact, out var leads))
                _ofContact[contact] = leads = [];
            leads.Add(lead.Id);
        }
    }

    public void Remove(long id)
    {
        foreach (var contact in _kept.GetValueOrDefault(id)?.ContactIds ?? [])
            _ofContact[contact].Remove(id);
        _kept.Remove(id);
        _generated.ForEach(g => g.Replace(id));
    }

    public void Add(GeneratedDeals deals) => _generated.Add(deals);

    public IReadOnlyList<long> OfContact(long contactId) =>
        [
            .. _generated
                .Select(g => g.OfContact(contactId))
                .OfType<long>()
                .Concat(_ofContact.GetValueOrDefault(contactId) ?? [])
                .Order(),
        ];

    /// <summary>The kept ones as they are now; the derived ones are derived as the list is read.</summary>
    public IEnumerable<Row<CrmLead>> Select(LeadQuery query)
    {
        var kept = _kept.Values.Where(l => query.IsCreated(l.CreatedAt) && query.IsUpdated(l.UpdatedAt)).Select(query.RowOf);
        var sorted = query is { By: LeadOrder.Id, Ascending: true } ? kept.ToList() : [.. Rows.Sort(kept, query.Ascending)];
        return Rows.Merge([sorted, .. _generated.Select(g => g.Select(query))], query.Ascending);
    }

    public void Clear()
    {
        _kept.Clear();
        _ofContact.Clear();
        _generated.Clear();
    }
}
