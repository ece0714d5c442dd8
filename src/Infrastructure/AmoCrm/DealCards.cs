using System.Text;
using System.Text.Json;
using AmoCrmQualification.Application.Pushing;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Pipelines;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Reads a deal as API v4 shows it.</summary>
internal static class DealCards
{
    public static AmoDealCard Of(JsonElement deal)
    {
        var card = deal.Deserialize(AmoLeadWireContext.Default.CardWire)!;
        return new(
            new(card.Id),
            card is { PipelineId: { } pipeline, StatusId: { } status } ? new Stage(new(pipeline), new(status)) : null,
            Time(card.CreatedAt),
            Time(card.UpdatedAt),
            [.. (card.Embedded?.Tags ?? []).Select(tag => tag.Name ?? "")],
            [.. (card.Embedded?.Contacts ?? []).OrderByDescending(c => c.IsMain).Select(c => new AmoContactId(c.Id))],
            Storable(deal)
        );
    }

    private static DateTimeOffset? Time(long? seconds) =>
        seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    /// <summary>PostgreSQL's jsonb has no NUL and no halves of surrogate pairs.</summary>
    private static string Storable(JsonElement json)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text))
            Write(writer, json);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in json.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name.Replace('\0', '\uFFFD'));
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(TextOf(json));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static string TextOf(JsonElement json)
    {
        try
        {
            return json.GetString()!.Replace('\0', '\uFFFD');
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD"; // half of a surrogate pair
        }
    }
}
