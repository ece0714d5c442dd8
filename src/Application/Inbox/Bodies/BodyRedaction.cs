using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>
/// Takes a person out of a delivery that has yet to take effect: of their deal only what counts is left, the deals of
/// others stay whole, and contacts go, as any of them may be the person's.
/// </summary>
public static class BodyRedaction
{
    private static readonly string[] Facts =
    [
        "id",
        "status_id",
        "pipeline_id",
        "old_status_id",
        "old_pipeline_id",
        "last_modified",
        "updated_at",
        "price",
    ];

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static NamedEntities NamedIn(byte[] body, string? contentEncoding)
    {
        try
        {
            return NamedIn(DeliveryBody.Open(body, contentEncoding).Read().Form);
        }
        catch (FormTooLargeException)
        {
            return NamedEntities.None;
        }
    }

    /// <summary>The body as JSON without what it says of the person; null when it names none of the person's deals and contacts.</summary>
    public static byte[]? Redact(byte[] body, string? contentEncoding, NamedEntities person)
    {
        var delivery = DeliveryBody.Open(body, contentEncoding);
        try
        {
            var form = delivery.Read().Form;
            return person.Overlaps(NamedIn(form)) ? Redacted(form, person.Deals) : null;
        }
        catch (FormTooLargeException) // it can never take effect: nothing is lost with it
        {
            return person.Numbers.Any(id => delivery.Text.Contains(id, StringComparison.Ordinal)) ? [] : null;
        }
    }

    private static NamedEntities NamedIn(FormNode form)
    {
        var contacts = Entities(form["contacts"]).ToList();
        return new(
            Ids(Entities(form["leads"]), "id")
                .Concat(Ids(Entities(form["unsorted"]), "lead_id"))
                .Select(id => new DealId(id))
                .Concat(contacts.SelectMany(EntityDetails.LinkedDeals))
                .ToHashSet(),
            Ids(contacts, "id").Select(id => new AmoContactId(id)).ToHashSet()
        );
    }

    private static IEnumerable<FormNode> Entities(FormNode? entities) =>
        from byEvent in entities?.Children ?? []
        from entity in byEvent.Value.Children
        select entity.Value;

    private static IEnumerable<long> Ids(IEnumerable<FormNode> entities, string key) =>
        entities.Select(entity => AmoNumber.Id(entity.Text(key))).OfType<long>();

    private static byte[] Redacted(FormNode form, IReadOnlySet<DealId> deals)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            if (form["account"]?.Text("id") is { } account)
            {
                writer.WriteStartObject("account");
                writer.WriteString("id", account);
                writer.WriteEndObject();
            }

            writer.WriteStartObject("leads");
            foreach (var (word, entities) in form["leads"]?.Children ?? [])
            {
                writer.WriteStartArray(word);
                foreach (var (_, entity) in entities.Children)
                    Write(writer, entity, AmoNumber.Id(entity.Text("id")) is { } id && deals.Contains(new(id)));
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, FormNode entity, bool isErased)
    {
        if (!isErased)
        {
            entity.WriteJson(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var fact in Facts)
            if (entity.Text(fact) is { } value)
                writer.WriteString(fact, value);
        writer.WriteEndObject();
    }
}
