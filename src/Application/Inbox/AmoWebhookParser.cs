using System.Buffers.Binary;
using System.Security.Cryptography;
using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Reads a delivery of amoCRM: any mix of entities, events and indices.</summary>
internal static class AmoWebhookParser
{
    private const string Leads = "leads";
    private const string Contacts = "contacts";
    private const string Unsorted = "unsorted";

    /// <param name="connected">The amoCRM account whose deals are ours, when known: what another tells is set aside.</param>
    /// <exception cref="FormTooLargeException">The form has more keys than any delivery of amoCRM.</exception>
    public static ParsedDelivery Parse(ClaimedDelivery delivery, AmoAccountId? connected)
    {
        var body = DeliveryBody.Open(delivery.RawBody, delivery.ContentEncoding);
        var (form, problem) = body.Read();
        var isForeign = connected is { } ours && AmoNumber.Id(form["account"]?.Text("id")) is { } id && id != ours.Value;
        var reader = new LeadEventReader(delivery.Account, delivery.ReceivedAt, FingerprintOf(delivery.RawBody));
        var contacts = new ContactEventReader(delivery.Account);

        var events = new List<ParsedEvent>();
        foreach (var (entities, byEvent) in form.Children)
        foreach (var (word, list) in byEvent.Children)
        foreach (var (_, entity) in list.Children)
        {
            if (entities == "account")
                continue;
            var position = events.Count;
            events.Add(
                entities switch
                {
                    Leads => reader.Read(word, entity, position, isForeign),
                    Contacts => contacts.Read(word, entity, isForeign),
                    Unsorted => reader.ReadUnsorted(word, entity, isForeign),
                    _ => NotOurs(entities, word, entity),
                }
            );
        }

        return new(events, events.Count > 0 ? null : problem ?? body.NothingFound);
    }

    /// <summary>A repeated delivery has the same body; a delete has nothing else to know it by.</summary>
    internal static long FingerprintOf(byte[] body) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(body));

    private static ParsedEvent NotOurs(string entities, string word, FormNode entity) =>
        new(entities.TrimEnd('s'), word, AmoNumber.Id(entity.Text("id")), Report: null, Reason: null);
}
