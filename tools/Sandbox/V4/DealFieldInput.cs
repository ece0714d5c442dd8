using System.Globalization;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>Reads a deal's `custom_fields_values`, addressed by code or by id, and refuses what the account has no field for.</summary>
internal static class DealFieldInput
{
    private const int ValueLimit = 40;
    private const string BadChoice = "The value you selected is not a valid choice.";

    public static IReadOnlyList<CrmField> Read(JsonObject item, CrmAccount account, string requestId)
    {
        var sent = (item["custom_fields_values"] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        if (sent.Sum(field => Values(field).Length) > ValueLimit)
            throw CrmProblem.Invalid(
                requestId,
                "TooMany",
                "custom_fields_values",
                $"This collection should contain {ValueLimit} elements or less."
            );
        return [.. sent.Select((field, i) => Field(field, account, new Place(requestId, $"custom_fields_values.{i}")))];
    }

    /// <summary>A new deal whose tracking fields amoCRM does not take: a switch, for what a token may write is not documented.</summary>
    public static void RefuseTracking(IReadOnlyList<CrmField> fields, JsonObject item, CrmAccount account, string requestId)
    {
        var i = fields.ToList().FindIndex(f => f.Type == CrmDealField.Tracking);
        if (i < 0 || !account.Switches.TrackingRefused)
            return;

        throw account.Switches.RefusalsNamed
            ? new Place(requestId, $"custom_fields_values.{i}").Bad(Key((JsonObject)item["custom_fields_values"]![i]!))
            : CrmProblem.BadRequest("Invalid request body");
    }

    /// <summary>A field that is sent replaces its former values, or empties them; the others stay.</summary>
    public static IReadOnlyList<CrmField> Merge(IReadOnlyList<CrmField> before, IReadOnlyList<CrmField> sent) =>
        [.. before.Where(f => sent.All(s => s.Id != f.Id)), .. sent.Where(s => s.Values.Count > 0)];

    private static CrmField Field(JsonObject field, CrmAccount account, Place at)
    {
        var known = field.Long("field_id") is { } id
            ? account.DealFields.Find(id)
            : account.DealFields.All.FirstOrDefault(f => f.Code is { } code && code == field.Text("field_code"));
        if (known is null)
            throw at.Bad(Key(field));

        var values = Values(field).Select((v, i) => Value(known, v, at with { Path = $"{at.Path}.values.{i}" }));
        return new CrmField(known.Id, known.Name, known.Code, known.Type, [.. values]);
    }

    private static CrmFieldValue Value(CrmDealField field, JsonObject sent, Place at)
    {
        if (field.HasChoices)
        {
            var choice = field.Enums.FirstOrDefault(e =>
                sent.Long("enum_id") is { } id ? e.Id == id : e.Value == sent.Text("value")
            );
            return choice is null
                ? throw at.Bad(sent.ContainsKey("enum_id") ? "enum_id" : "value")
                : new CrmFieldValue(choice.Value, choice.Id);
        }

        var text = sent.Text("value") ?? "";
        return new CrmFieldValue(
            field.Type switch
            {
                "checkbox" => text is "true" or "1" ? "1" : "0",
                "numeric" => sent.Number("value") is not null ? text : throw at.WrongType(),
                "date" or "date_time" => Instant(sent, text) ?? throw at.WrongType(),
                _ => text,
            }
        );
    }

    private static string? Instant(JsonObject sent, string text) =>
        sent.Long("value") is not null ? text
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at)
            ? at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
        : null;

    private static JsonObject[] Values(JsonObject field) => [.. (field["values"] as JsonArray ?? []).OfType<JsonObject>()];

    private static string Key(JsonObject field) => field.ContainsKey("field_id") ? "field_id" : "field_code";

    private sealed record Place(string RequestId, string Path)
    {
        public CrmProblem Bad(string key) => CrmProblem.Invalid(RequestId, "NotSupportedChoice", $"{Path}.{key}", BadChoice);

        public CrmProblem WrongType() =>
            CrmProblem.Invalid(RequestId, "InvalidType", $"{Path}.value", "This value should be of another type.");
    }
}
