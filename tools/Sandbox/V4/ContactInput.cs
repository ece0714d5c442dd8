using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class ContactInput
{
    public static NewContact New(JsonObject item, CrmAccount account) =>
        new()
        {
            Name = NameOf(item) ?? "",
            Fields = CustomFieldInput.Read(item, account),
            ResponsibleUserId = item.Long("responsible_user_id"),
            At = item.Long("created_at"),
            By = item.Long("created_by") ?? 0,
        };

    public static CrmContact Applied(JsonObject item, CrmContact contact, CrmAccount account) =>
        contact with
        {
            Name = NameOf(item) ?? contact.Name,
            ResponsibleUserId = item.Long("responsible_user_id") ?? contact.ResponsibleUserId,
            Fields = DealFieldInput.Merge(contact.Fields, CustomFieldInput.Read(item, account)),
        };

    private static string? NameOf(JsonObject item)
    {
        if (item.Text("name") is { } name)
            return name;

        var parts = string.Join(
            ' ',
            new[] { item.Text("first_name"), item.Text("last_name") }.Where(p => !string.IsNullOrEmpty(p))
        );
        return parts.Length > 0 ? parts : null;
    }
}
