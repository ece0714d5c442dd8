using System.Globalization;
using System.Text.Json;
using AmoCrmQualification.Api.Http.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>Names the arguments of a call that cannot be read, by the schema of the tool: the reader of JSON names none.</summary>
internal static class ToolArguments
{
    public static ProblemDetails ProblemOf(RequestContext<CallToolRequestParams> request)
    {
        var schema = ((McpServerTool)request.MatchedPrimitive!).ProtocolTool.InputSchema;
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal)
            : [];
        var given = request.Params.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        List<FieldFault> faults = [];
        foreach (var argument in schema.GetProperty("properties").EnumerateObject())
        {
            var about = argument.Value.GetProperty("description").GetString();
            if (!given.TryGetValue(argument.Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (required.Contains(argument.Name))
                    faults.Add(new(argument.Name, Reasons.ValueMissing, $"This argument is needed. {about}"));
            }
            else if (!IsReadable(argument.Value, value))
            {
                faults.Add(new(argument.Name, Reasons.ValueUnreadable, $"This value cannot be read. {about}"));
            }
        }

        return faults.Count == 0 ? Problems.OfStatus(StatusCodes.Status400BadRequest) : Problems.OfFields(faults);
    }

    private static bool IsReadable(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("enum", out var all))
            return all.EnumerateArray().Any(one => string.Equals($"{one}", $"{value}", StringComparison.OrdinalIgnoreCase));
        if (value.ValueKind != JsonValueKind.String)
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) && !IsText(schema);
        return (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
        {
            "uuid" => value.TryGetGuid(out _),
            "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _),
            _ => IsText(schema),
        };
    }

    // The schema leaves out the type of texts whose characters are checked.
    private static bool IsText(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) || $"{type}".Contains("string", StringComparison.Ordinal);
}
