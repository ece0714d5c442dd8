using System.Globalization;

namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>A deal as webhooks show it: no closing time, no loss reason, no contacts, no old pipeline.</summary>
internal static class LeadFields
{
    public static FieldList Full(CrmLead lead, CrmAccount account, long? oldStatus, long? oldResponsible)
    {
        var fields = new FieldList(account.Switches.HtmlEntities);
        fields.Put("[id]", lead.Id);
        fields.PutText("[name]", lead.Name);
        fields.Put("[status_id]", lead.StatusId);
        if (oldStatus is { } status)
            fields.Put("[old_status_id]", status);
        PutPrice(fields, lead, account.Switches);
        fields.Put("[responsible_user_id]", lead.ResponsibleUserId);
        if (oldResponsible is { } responsible)
            fields.Put("[old_responsible_user_id]", responsible);
        fields.Put("[last_modified]", lead.UpdatedAt);
        fields.Put("[modified_user_id]", lead.UpdatedBy);
        fields.Put("[created_user_id]", lead.CreatedBy);
        fields.Put("[date_create]", lead.CreatedAt);
        fields.Put("[pipeline_id]", lead.PipelineId);
        fields.PutTags(lead.Tags);
        fields.Put("[account_id]", account.Id);
        fields.PutCustomFields(lead.Fields);
        fields.Put("[created_at]", lead.CreatedAt);
        fields.Put("[updated_at]", lead.UpdatedAt);
        return fields;
    }

    public static FieldList Minimal(CrmLead lead)
    {
        var fields = new FieldList(htmlEntities: false);
        fields.Put("[id]", lead.Id);
        fields.Put("[status_id]", lead.StatusId);
        fields.Put("[pipeline_id]", lead.PipelineId);
        return fields;
    }

    public static FieldList Note(CrmLead lead, string text, long at, CrmAccount account)
    {
        var fields = new FieldList(account.Switches.HtmlEntities);
        fields.Put("[note][note_type]", 4);
        fields.PutText("[note][text]", text);
        fields.Put("[note][element_id]", lead.Id);
        fields.Put("[note][element_type]", 2);
        fields.Put("[note][created_by]", account.AdminId);
        fields.Put("[note][created_at]", at);
        return fields;
    }

    private static void PutPrice(FieldList fields, CrmLead lead, CrmSwitches switches)
    {
        if (switches.PriceMode == PriceMode.Absent)
            return;

        var whole = decimal.Truncate(lead.Price).ToString(CultureInfo.InvariantCulture);
        fields.Put("[price]", switches.PriceMode == PriceMode.Empty ? "" : whole);
        if (switches.MinorUnits)
            fields.Put("[price_with_minor_units]", lead.Price.ToString(CultureInfo.InvariantCulture));
    }
}
