namespace AmoCrmQualification.Sandbox.Hooks;

internal static class ContactFields
{
    public static FieldList Full(CrmContact contact, CrmAccount account, IEnumerable<long> leads)
    {
        var fields = new FieldList(account.Switches.HtmlEntities);
        fields.Put("[id]", contact.Id);
        fields.PutText("[name]", contact.Name);
        fields.Put("[responsible_user_id]", contact.ResponsibleUserId);
        fields.Put("[date_create]", contact.CreatedAt);
        fields.Put("[last_modified]", contact.UpdatedAt);
        fields.Put("[created_user_id]", contact.CreatedBy);
        fields.Put("[modified_user_id]", contact.UpdatedBy);
        fields.Put("[account_id]", account.Id);
        fields.PutCustomFields(contact.Fields);
        foreach (var lead in leads)
            fields.Put($"[linked_leads_id][{lead}][{lead}]", lead); // keyed by the id, not 0…n
        fields.Put("[created_at]", contact.CreatedAt);
        fields.Put("[updated_at]", contact.UpdatedAt);
        fields.Put("[type]", "contact");
        return fields;
    }
}
