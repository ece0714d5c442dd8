using System.Globalization;
using AmoCrmQualification.Sandbox.Hooks;

namespace AmoCrmQualification.Sandbox.World;

/// <summary>Writes the journal and the webhooks after a save. Called under the account's lock.</summary>
internal sealed class ChangeTrail(CrmAccount account)
{
    private int _silences;

    /// <summary>Until it is disposed, the journal is written and no webhook told.</summary>
    public IDisposable Silence() => new SilenceScope(this);

    public void LeadAdded(CrmLead lead)
    {
        var note = account.World.Ids.Small();
        AddEvent(
            "lead_added",
            lead,
            lead.CreatedBy,
            string.Create(CultureInfo.InvariantCulture, $$$"""[{"note":{"id":{{{note}}}}}]""")
        );
        LeadAnnounced(lead);
    }

    public void LeadAnnounced(CrmLead lead) => Tell(LeadHook(lead, "add"));

    public void ContactLinked(CrmLead lead, long contactId, long at)
    {
        var link = string.Create(
            CultureInfo.InvariantCulture,
            $$$$"""[{"link":{"entity":{"type":"contact","id":{{{{contactId}}}}}}}]"""
        );
        account.Events.Add(account.Id, "entity_linked", "lead", lead.Id, account.AdminId, at, link);
    }

    public void LeadChanged(CrmLead before, CrmLead after)
    {
        var moved = !after.SamePlace(before);
        if (moved)
            AddEvent("lead_status_changed", after, after.UpdatedBy, Place(after), Place(before));
        if (before.Price != after.Price)
            AddEvent("sale_field_changed", after, after.UpdatedBy, Sale(after), Sale(before));
        if (before.Name != after.Name)
            AddEvent("name_field_changed", after, after.UpdatedBy, Name(after.Name), Name(before.Name));
        if (before.ResponsibleUserId != after.ResponsibleUserId)
            AddEvent("entity_responsible_changed", after, after.UpdatedBy, Responsible(after), Responsible(before));
        FieldsChanged(before, after);

        List<HookEvent> hooks = [];
        if (moved)
            hooks.Add(LeadHook(after, "status", before.StatusId));
        if (before.ResponsibleUserId != after.ResponsibleUserId)
            hooks.Add(LeadHook(after, "responsible", oldResponsible: before.ResponsibleUserId));
        if (!moved || account.Switches.DoubleFire)
            hooks.Add(LeadHook(after, "update", moved ? before.StatusId : null));
        Tell([.. hooks]);
    }

    public void LeadTrashed(CrmLead lead)
    {
        AddEvent(lead.IsDeleted ? "lead_deleted" : "lead_restored", lead, account.AdminId, "[]");
        Tell(
            lead.IsDeleted
                ? new HookEvent("leads", "delete", "delete_lead", lead.Id, LeadFields.Minimal(lead))
                : LeadHook(lead, "restore")
        );
    }

    public void LeadsMerged(CrmLead survivor, CrmLead absorbed)
    {
        AddEvent("entity_merged", survivor, account.AdminId, "[]");
        var hooks = account.Switches.MergeHooks;
        if (hooks == MergeHooks.None)
            return;

        Tell(LeadHook(survivor, "update"));
        if (hooks == MergeHooks.UpdateAndDelete)
            Tell(new HookEvent("leads", "delete", "delete_lead", absorbed.Id, LeadFields.Minimal(absorbed)));
    }

    public void NoteAdded(CrmLead lead, string text, long at) =>
        Tell(new HookEvent("leads", "note", "note_lead", lead.Id, LeadFields.Note(lead, text, at, account)));

    public void ContactAdded(CrmContact contact, IEnumerable<long> leads)
    {
        account.Events.Add(account.Id, "contact_added", "contact", contact.Id, contact.CreatedBy, contact.CreatedAt);
        Tell(ContactHook(contact, "add", leads));
    }

    public void ContactChanged(CrmContact contact) => Tell(ContactHook(contact, "update", account.Leads.OfContact(contact.Id)));

    public static string Place(long pipeline, long status) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""[{"lead_status":{"id":{{{status}}},"pipeline_id":{{{pipeline}}}}}]""");

    private void FieldsChanged(CrmLead before, CrmLead after)
    {
        foreach (var id in before.Fields.Concat(after.Fields).Select(f => f.Id).Distinct())
        {
            var (was, now) = (before.Fields.FirstOrDefault(f => f.Id == id), after.Fields.FirstOrDefault(f => f.Id == id));
            if (was is null || now is null || !was.Values.SequenceEqual(now.Values))
                AddEvent($"custom_field_{id}_value_changed", after, after.UpdatedBy, FieldValues(now), FieldValues(was));
        }
    }

    private HookEvent LeadHook(CrmLead lead, string word, long? oldStatus = null, long? oldResponsible = null) =>
        new("leads", word, word + "_lead", lead.Id, LeadFields.Full(lead, account, oldStatus, oldResponsible));

    private HookEvent ContactHook(CrmContact contact, string word, IEnumerable<long> leads) =>
        new("contacts", word, word + "_contact", contact.Id, ContactFields.Full(contact, account, leads));

    private void Tell(params HookEvent[] events)
    {
        if (_silences == 0)
            account.Deliveries.Publish(events);
    }

    private void AddEvent(string type, CrmLead lead, long by, string after, string before = "[]") =>
        account.Events.Add(account.Id, type, "lead", lead.Id, by, lead.UpdatedAt, after, before);

    private static string Place(CrmLead l) => Place(l.PipelineId, l.StatusId);

    private static string Sale(CrmLead l) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""[{"sale_field_value":{"sale":{{{decimal.Truncate(l.Price)}}}}}]""");

    private static string Responsible(CrmLead l) =>
        string.Create(CultureInfo.InvariantCulture, $$$"""[{"responsible_user":{"id":{{{l.ResponsibleUserId}}}}}]""");

    private static string FieldValues(CrmField? field) =>
        System.Text.Json.JsonSerializer.Serialize(
            (field?.Values ?? []).Select(v => new
            {
                custom_field_value = new
                {
                    field_id = field!.Id,
                    enum_id = v.EnumId,
                    text = v.Value,
                },
            })
        );

    private static string Name(string name) =>
        $$$"""[{"name_field_value":{"name":{{{System.Text.Json.JsonSerializer.Serialize(name)}}}}}]""";

    private sealed class SilenceScope : IDisposable
    {
        private readonly ChangeTrail _trail;

        public SilenceScope(ChangeTrail trail)
        {
            _trail = trail;
            trail._silences++;
        }

        public void Dispose() => _trail._silences--;
    }
}
