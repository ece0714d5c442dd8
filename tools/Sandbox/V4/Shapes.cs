using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Entities as the API shows them, keys in amoCRM's order.</summary>
internal static class Shapes
{
    public static JsonObject Lead(CrmLead lead, CrmAccount account, PhpQuery query, string address)
    {
        var shape = new JsonObject
        {
            ["id"] = lead.Id,
            ["name"] = lead.Name,
            ["price"] = (long)decimal.Truncate(lead.Price),
        };
        if (account.Switches.MinorUnits)
            shape["price_with_minor_units"] = lead.Price;
        shape["responsible_user_id"] = lead.ResponsibleUserId;
        shape["group_id"] = 0;
        shape["status_id"] = lead.StatusId;
        shape["pipeline_id"] = lead.PipelineId;
        shape["loss_reason_id"] = lead.LossReasonId;
        shape["created_by"] = lead.CreatedBy;
        shape["updated_by"] = lead.UpdatedBy;
        shape["created_at"] = lead.CreatedAt;
        shape["updated_at"] = lead.UpdatedAt;
        shape["closed_at"] = lead.ClosedAt;
        shape["closest_task_at"] = null;
        shape["is_deleted"] = lead.IsDeleted;
        if (query.With("source_id"))
            shape["source_id"] = lead.Source?.Id;
        shape["custom_fields_values"] = CustomFields(lead.Fields);
        shape["score"] = null;
        shape["account_id"] = account.Id;
        shape["labor_cost"] = null;
        shape["_links"] = Reply.Link($"{address}/api/v4/leads/{lead.Id}");
        shape["_embedded"] = LeadParts(lead, account, query, address);
        return shape;
    }

    public static JsonObject DeletedLead(CrmLead lead) =>
        new()
        {
            ["id"] = lead.Id,
            ["updated_by"] = lead.UpdatedBy,
            ["updated_at"] = lead.UpdatedAt,
            ["is_deleted"] = true,
        };

    public static JsonObject Contact(CrmContact contact, CrmAccount account, PhpQuery query, string address)
    {
        var parts = new JsonObject { ["tags"] = Tags(contact.Tags), ["companies"] = new JsonArray() };
        if (query.With("leads"))
        {
            var leads = account.Leads.OfContact(contact.Id).Select(account.Leads.Find).Where(l => l is { IsDeleted: false });
            parts["leads"] = new JsonArray([
                .. leads.Select(l =>
                    (JsonNode)new JsonObject { ["id"] = l!.Id, ["_links"] = Reply.Link($"{address}/api/v4/leads/{l.Id}") }
                ),
            ]);
        }

        var names = contact.Name.Split(' ', 2);
        return new JsonObject
        {
            ["id"] = contact.Id,
            ["name"] = contact.Name,
            ["first_name"] = names[0],
            ["last_name"] = names.Length > 1 ? names[1] : "",
            ["responsible_user_id"] = contact.ResponsibleUserId,
            ["group_id"] = 0,
            ["created_by"] = contact.CreatedBy,
            ["updated_by"] = contact.UpdatedBy,
            ["created_at"] = contact.CreatedAt,
            ["updated_at"] = contact.UpdatedAt,
            ["closest_task_at"] = null,
            ["is_deleted"] = false,
            ["is_unsorted"] = false,
            ["custom_fields_values"] = CustomFields(contact.Fields),
            ["account_id"] = account.Id,
            ["_links"] = Reply.Link($"{address}/api/v4/contacts/{contact.Id}"),
            ["_embedded"] = parts,
        };
    }

    public static JsonObject LossReason(CrmLossReason reason) =>
        new()
        {
            ["id"] = reason.Id,
            ["name"] = reason.Name,
            ["sort"] = reason.Sort,
            ["created_at"] = reason.CreatedAt,
            ["updated_at"] = reason.CreatedAt,
            ["_links"] = new JsonObject(),
        };

    private static JsonObject LeadParts(CrmLead lead, CrmAccount account, PhpQuery query, string address)
    {
        var parts = new JsonObject { ["tags"] = Tags(lead.Tags), ["companies"] = new JsonArray() };
        if (query.With("contacts"))
        {
            parts["contacts"] = new JsonArray([
                .. lead.ContactIds.Select(
                    (id, i) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["id"] = id,
                                ["is_main"] = i == 0,
                                ["_links"] = Reply.Link($"{address}/api/v4/contacts/{id}"),
                            }
                ),
            ]);
        }

        if (query.With("source"))
            parts["source"] = lead.Source is { } source ? Source(source) : null;
        if (query.With("loss_reason"))
            parts["loss_reason"] = LossReasonPart(account.LossReasons.Find(lead.LossReasonId), account.Switches);
        return parts;
    }

    private static JsonNode? LossReasonPart(CrmLossReason? reason, CrmSwitches switches) =>
        switches.LossReasonAsObject
            ? (reason is null ? null : LossReason(reason))
            : (reason is null ? new JsonArray() : new JsonArray(LossReason(reason)));

    private static JsonObject Source(CrmSource source) =>
        new()
        {
            ["id"] = source.Id,
            ["name"] = source.Name,
            ["type"] = "widget",
            ["_links"] = new JsonObject(),
        };

    private static JsonArray Tags(IEnumerable<CrmTag> tags) =>
        new([
            .. tags.Select(t =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = t.Id,
                        ["name"] = t.Name,
                        ["color"] = null,
                    }
            ),
        ]);

    // Null, not an empty list, when nothing is filled in.
    private static JsonArray? CustomFields(IReadOnlyList<CrmField> fields) =>
        fields.Count == 0 ? null : new([.. fields.Select(f => (JsonNode)Field(f))]);

    private static JsonObject Field(CrmField f) =>
        new()
        {
            ["field_id"] = f.Id,
            ["field_name"] = f.Name,
            ["field_code"] = f.Code,
            ["field_type"] = f.Type,
            ["values"] = new JsonArray([.. f.Values.Select(v => (JsonNode)Value(v, f.Type))]),
        };

    private static JsonObject Value(CrmFieldValue v, string type)
    {
        var value = new JsonObject { ["value"] = Typed(v.Value, type) };
        if (v.EnumId is not { } id)
            return value;

        value["enum_id"] = id;
        value["enum_code"] = v.EnumCode;
        return value;
    }

    // A date is a number and a checkbox a flag; every other value is text, numbers too.
    private static JsonNode Typed(string value, string type) =>
        type switch
        {
            "checkbox" => value == "1",
            "date" or "date_time" => long.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        };
}
