using System.Buffers;
using System.Globalization;
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

    public static IReadOnlyCollection<DealId> DealsIn(byte[] body, string? contentEncoding)
    {
        try
        {
            return [.. Ids(DeliveryBody.Open(body, contentEncoding).Read().Form["leads"]).Select(id => new DealId(id))];
        }
        catch (FormTooLargeException)
        {
            return [];
        }
    }

    /// <summary>The body as JSON without what it says of the person; null when it names neither the deals nor the contact.</summary>
    public static byte[]? Redact(
        byte[] body,
        string? contentEncoding,
        IReadOnlyCollection<DealId> deals,
        AmoContactId? contact = null
    )
    {
        var delivery = DeliveryBody.Open(body, contentEncoding);
        try
        {
            var form = delivery.Read().Form;
            var isOfThePerson =
                Ids(form["leads"]).Any(id => deals.Contains(new(id)))
                || (contact is { } person && Ids(form["contacts"]).Contains(person.Value));
            return isOfThePerson ? Redacted(form, deals) : null;
        }
        catch (FormTooLargeException) // it can never take effect: nothing is lost with it
        {
            return deals.Any(deal => delivery.Text.Contains(Number(deal), StringComparison.Ordinal)) ? [] : null;
        }
    }

    private static IEnumerable<long> Ids(FormNode? entities) =>
        from byEvent in entities?.Children ?? []
        from entity in byEvent.Value.Children
        select AmoNumber.Id(entity.Value.Text("id")) into id
        where id is not null
        select id.Value;

    private static byte[] Redacted(FormNode form, IReadOnlyCollection<DealId> deals)
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

    private static string Number(DealId deal) => deal.Value.ToString(CultureInfo.InvariantCulture);
}
