using System.Linq.Expressions;
using System.Text.Json;
using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>A row of either table, without the body.</summary>
internal sealed record DeliveryRow(Guid Id, DateTimeOffset ReceivedAt, DeliveryState State, int Attempts, string? Error)
{
    public static readonly Expression<Func<InboxDelivery, DeliveryRow>> OfWaiting = d =>
        new(d.Id, d.ReceivedAt, d.IsDead ? DeliveryState.Dead : DeliveryState.Pending, d.Attempts, d.Error)
        {
            Earlier = d.EarlierOutcome,
        };

    public static readonly Expression<Func<WebhookDelivery, DeliveryRow>> OfDone = d =>
        new(d.Id, d.ReceivedAt, d.State, d.Attempts, d.Error) { Events = d.Events, Replays = d.Replays };

    private static readonly Func<InboxDelivery, DeliveryRow> Waiting = OfWaiting.Compile();
    private static readonly Func<WebhookDelivery, DeliveryRow> Done = OfDone.Compile();

    /// <summary>Of a delivery that is done, JSON.</summary>
    public string? Events { get; init; }

    public string? Replays { get; init; }

    /// <summary>Of one that waits to be processed again: what it did before, JSON.</summary>
    public string? Earlier { get; init; }

    public static DeliveryRow From(InboxDelivery delivery) => Waiting(delivery);

    public static DeliveryRow From(WebhookDelivery delivery) => Done(delivery);

    public DeliveryView View()
    {
        var did = Outcome();
        return new(Id, ReceivedAt, State, Attempts, did.Events, Error, did.Replays);
    }

    public DeliveryDetails Details(byte[] body, string? contentEncoding)
    {
        var (did, opened) = (Outcome(), DeliveryBody.Open(body, contentEncoding));
        return new(Id, ReceivedAt, State, Attempts, did.Events, Error, did.Replays, opened.Text, Parsed(opened));
    }

    private EarlierOutcome Outcome() =>
        Events is null
            ? Read<EarlierOutcome>(Earlier) ?? new(0, [], null, [])
            : new(Attempts, Read<List<DeliveryEvent>>(Events)!, Error, Read<List<DeliveryReplay>>(Replays)!);

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, DeliveryJson.Options);

    private static JsonElement? Parsed(DeliveryBody body)
    {
        try
        {
            return JsonElement.Parse(body.Read().Form.ToJson());
        }
        catch (FormTooLargeException)
        {
            return null;
        }
    }
}
