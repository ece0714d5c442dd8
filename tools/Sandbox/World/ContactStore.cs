namespace AmoCrmQualification.Sandbox.World;

/// <summary>The contacts that are kept one by one, and those that are only derived. Used under the account's lock.</summary>
internal sealed class ContactStore
{
    private readonly SortedDictionary<long, CrmContact> _kept = [];
    private readonly List<GeneratedContacts> _generated = [];

    public CrmContact? Find(long id) => _kept.GetValueOrDefault(id) ?? _generated.Find(g => g.RowOf(id) is not null)?.Get(id);

    public void Put(CrmContact contact)
    {
        Remove(contact.Id);
        _kept[contact.Id] = contact;
    }

    public void Remove(long id)
    {
        _kept.Remove(id);
        _generated.ForEach(g => g.Replace(id));
    }

    public void Add(GeneratedContacts contacts) => _generated.Add(contacts);

    public IEnumerable<Row<CrmContact>> All() =>
        Rows.Merge([Kept(_ => true), .. _generated.Select(g => g.All())], ascending: true);

    public IEnumerable<Row<CrmContact>> Mentioning(string query, bool phonesAsTyped) =>
        Rows.Merge(
            [Kept(c => c.Mentions(query, phonesAsTyped)), .. _generated.Select(g => g.Mentioning(query, phonesAsTyped))],
            ascending: true
        );

    public void Clear()
    {
        _kept.Clear();
        _generated.Clear();
    }

    private List<Row<CrmContact>> Kept(Func<CrmContact, bool> match) =>
        [.. _kept.Values.Where(match).Select(c => new Row<CrmContact>(c.Id, c.Id, c, null))];
}
