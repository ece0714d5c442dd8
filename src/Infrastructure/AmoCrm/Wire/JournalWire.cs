using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

internal sealed record EventsWire(
    [property: JsonPropertyName("_links")] LinksWire? Links,
    [property: JsonPropertyName("_embedded")] EventsEmbedded? Embedded
);

internal sealed record LinksWire(LinkWire? Next);

internal sealed record LinkWire(string? Href);

/// <summary>Rows are kept as they came: they are the payload of what they tell.</summary>
internal sealed record EventsEmbedded(IReadOnlyList<JsonElement>? Events);

internal sealed record EventWire(
    string? Id,
    string? Type,
    long EntityId,
    long CreatedAt,
    IReadOnlyList<EventValueWire>? ValueAfter,
    IReadOnlyList<EventValueWire>? ValueBefore
);

internal sealed record EventValueWire(EventStatusWire? LeadStatus, EventSaleWire? SaleFieldValue);

internal sealed record EventStatusWire(long Id, long PipelineId);

internal sealed record EventSaleWire(decimal? Sale);

internal sealed record StatesWire([property: JsonPropertyName("_embedded")] StatesEmbedded? Embedded);

internal sealed record StatesEmbedded(IReadOnlyList<JsonElement>? Leads);

internal sealed record StateWire(long Id, long StatusId, long PipelineId, decimal? Price, long UpdatedAt, bool IsDeleted);

/// <summary>JSON as amoCRM sent it, but for what PostgreSQL's jsonb refuses: NUL, and halves of surrogate pairs.</summary>
internal static partial class StorableJson
{
    public static string Of(JsonElement element) =>
        Escapes().Replace(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)), Storable);

    private static string Storable(Match escape)
    {
        var text = escape.Value;
        var isRefused = text.Length == 6 && (text[2..] == "0000" || char.ToLowerInvariant(text[2]) == 'd' && text[3] > '7');
        return isRefused ? "\\ufffd" : text;
    }

    // A pair of surrogates, one code unit, or any other escape; in this order, so that a pair is not taken for halves.
    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Escapes();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(EventsWire))]
[JsonSerializable(typeof(EventWire))]
[JsonSerializable(typeof(StatesWire))]
[JsonSerializable(typeof(StateWire))]
internal sealed partial class JournalWireContext : JsonSerializerContext;
