namespace AmoCrmQualification.Sandbox.World;

public sealed class CrmContacts
{
    private readonly CrmAccount _account;
    private readonly ContactStore _contacts = new();

    internal CrmContacts(CrmAccount account) => _account = account;

    public IReadOnlyList<CrmContact> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _contacts.All().Select(row => row.Get())];
        }
    }

    public CrmContact? Find(long id)
    {
        lock (_account.Gate)
            return _contacts.Find(id);
    }

    public CrmContact Get(long id) => Find(id) ?? throw CrmProblem.NotFound($"No contact {id}");

    public CrmContact Add(string name, params string[] phones) => Create(new NewContact { Name = name, Phones = phones });

    public CrmContact Create(NewContact plan)
    {
        lock (_account.Gate)
        {
            var contact = Add(plan, plan.LeadIds);
            foreach (var lead in plan.LeadIds)
                _account.Leads.Link(lead, contact.Id, contact.CreatedAt);
            return contact;
        }
    }

    internal CrmContact Add(NewContact plan, IReadOnlyList<long> leads)
    {
        lock (_account.Gate)
        {
            var at = plan.At ?? _account.World.Now;
            var contact = new CrmContact
            {
                Id = plan.Id ?? _account.World.Ids.Contact(),
                Name = plan.Name ?? "",
                ResponsibleUserId = plan.ResponsibleUserId ?? _account.AdminId,
                CreatedBy = plan.By,
                UpdatedBy = plan.By,
                CreatedAt = at,
                UpdatedAt = at,
                Fields = [.. Filled(plan)],
            };
            if (_contacts.Find(contact.Id) is not null)
                throw new CrmProblem(409, "Conflict", $"Contact {contact.Id} exists");

            _contacts.Put(contact);
            _account.Trail.ContactAdded(contact, leads);
            return contact;
        }
    }

    public CrmContact Change(long id, Func<CrmContact, CrmContact> change, long? at = null, long by = 0)
    {
        lock (_account.Gate)
        {
            var after = change(Get(id)) with { UpdatedAt = at ?? _account.World.Now, UpdatedBy = by };
            _contacts.Put(after);
            _account.Trail.ContactChanged(after);
            return after;
        }
    }

    public CrmContact Edit(long id, ContactChange change) => Change(id, contact => Edited(contact, change), change.At, change.By);

    /// <summary>It was merged into another, or deleted.</summary>
    public void Forget(long id)
    {
        lock (_account.Gate)
            _contacts.Remove(id);
    }

    internal void Clear() => _contacts.Clear();

    internal void Add(GeneratedContacts contacts) => _contacts.Add(contacts);

    internal IEnumerable<Row<CrmContact>> Select()
    {
        lock (_account.Gate)
            return _contacts.All();
    }

    internal IEnumerable<Row<CrmContact>> Mentioning(string query)
    {
        lock (_account.Gate)
            return _contacts.Mentioning(query, _account.Switches.PhoneSearchAsTyped);
    }

    private CrmContact Edited(CrmContact contact, ContactChange change)
    {
        CrmField[] filled =
        [
            .. change.Phones is { } phones ? [_account.Fields.Phone(phones)] : Array.Empty<CrmField>(),
            .. change.Emails is { } emails ? [_account.Fields.Email(emails)] : Array.Empty<CrmField>(),
        ];
        var rest = contact.Fields.Where(f => filled.All(n => n.Code != f.Code));
        return contact with { Name = change.Name ?? contact.Name, Fields = [.. filled.Where(f => f.Values.Count > 0), .. rest] };
    }

    private IEnumerable<CrmField> Filled(NewContact plan)
    {
        if (plan.Phones.Count > 0)
            yield return _account.Fields.Phone(plan.Phones);
        if (plan.Emails.Count > 0)
            yield return _account.Fields.Email(plan.Emails);
        foreach (var field in plan.Fields)
            yield return field;
    }
}
