using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Reads `custom_fields_values`, addressed by code or by id as amoCRM allows.</summary>
internal static class CustomFieldInput
{
    public static IReadOnlyList<CrmField> Read(JsonObject item, CrmAccount account) =>
        [.. (item["custom_fields_values"] as JsonArray ?? []).OfType<JsonObject>().Select(f => Field(f, account))];

    private static CrmField Field(JsonObject field, CrmAccount account)
    {
        var values = (field["values"] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        var id = field.Long("field_id");
        var code = field.Text("field_code") ?? (id is { } known ? account.Fields.CodeOf(known) : null);
        if (code is "PHONE" or "EMAIL")
        {
            return account.Fields.Multitext(
                code,
                values.Select(v =>
                    (
                        v.Text("value") ?? "",
                        v.Text("enum_code") ?? (v.Long("enum_id") is { } e ? account.Fields.EnumCodeOf(code, e) : null) ?? "WORK"
                    )
                )
            );
        }

        return new CrmField(
            id ?? account.World.Ids.Small(),
            code ?? $"Поле {id}",
            code,
            "text",
            [.. values.Select(v => new CrmFieldValue(v.Text("value") ?? "", v.Long("enum_id"), v.Text("enum_code")))]
        );
    }
}
