using System.Text.Json;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Deliveries of amoCRM and their effects, newest first.</summary>
public sealed record GetDeliveriesQuery(UserAccountId Account, DeliveryState? State, PageRequest Page)
    : IRequest<Page<DeliveryView>>;

public sealed record GetDeliveryQuery(Guid Delivery) : IRequest<DeliveryDetails>;

/// <param name="State">After the last time it was processed.</param>
/// <param name="Events">Events and their first effects; empty until it is processed.</param>
/// <param name="Error">Why it failed last, or why nothing in it could be read.</param>
/// <param name="Replays">What came of it when it was processed again, oldest first.</param>
public sealed record DeliveryView(
    Guid Id,
    DateTimeOffset ReceivedAt,
    DeliveryState State,
    int Attempts,
    IReadOnlyList<DeliveryEvent> Events,
    string? Error,
    IReadOnlyList<DeliveryReplay> Replays
);

/// <param name="RawBody">As it came, decompressed; bytes that are no text are shown as U+FFFD.</param>
/// <param name="ParsedBody">As it is understood: its bracketed keys as objects and lists. Null when it has too many keys.</param>
public sealed record DeliveryDetails(
    Guid Id,
    DateTimeOffset ReceivedAt,
    DeliveryState State,
    int Attempts,
    IReadOnlyList<DeliveryEvent> Events,
    string? Error,
    IReadOnlyList<DeliveryReplay> Replays,
    string RawBody,
    JsonElement? ParsedBody
);

internal sealed class GetDeliveriesHandler(IAppDbContext db) : IRequestHandler<GetDeliveriesQuery, Page<DeliveryView>>
{
    public async Task<Page<DeliveryView>> Handle(GetDeliveriesQuery query, CancellationToken cancellationToken)
    {
        var waiting = db.WebhookInbox.Where(d => d.UserAccountId == query.Account);
        var done = db.WebhookDeliveries.Where(d => d.UserAccountId == query.Account);
        if (query.State is { } state)
        {
            waiting = waiting.Where(d => state == (d.IsDead ? DeliveryState.Dead : DeliveryState.Pending));
            done = done.Where(d => d.State == state);
        }

        if (query.Page.After is { Id: var last })
        {
            waiting = waiting.Where(d => d.Id < last);
            done = done.Where(d => d.Id < last);
        }

        // Each table gives its own newest: ids are in the order of arrival.
        var size = query.Page.Size + 1;
        var rows = (
            await waiting.OrderByDescending(d => d.Id).Take(size).Select(DeliveryRow.OfWaiting).ToListAsync(cancellationToken)
        )
            .Concat(await done.OrderByDescending(d => d.Id).Take(size).Select(DeliveryRow.OfDone).ToListAsync(cancellationToken))
            .DistinctBy(row => row.Id) // what was done between the two reads
            .OrderByDescending(row => row.Id.ToString("N"), StringComparer.Ordinal)
            .Take(size)
            .Select(row => row.View())
            .ToList();
        return query.Page.Cut(rows, view => new(view.ReceivedAt, view.Id));
    }
}

internal sealed class GetDeliveryHandler(IAppDbContext db) : IRequestHandler<GetDeliveryQuery, DeliveryDetails>
{
    public async Task<DeliveryDetails> Handle(GetDeliveryQuery query, CancellationToken cancellationToken)
    {
        var waiting = await db.WebhookInbox.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Delivery, cancellationToken);
        if (waiting is not null)
            return DeliveryRow.From(waiting).Details(waiting.RawBody, waiting.ContentEncoding);

        var account = await db.LoggedOwnerAsync(query.Delivery, cancellationToken);
        var done =
            await db
                .WebhookDeliveries.AsNoTracking()
                .SingleOrDefaultAsync(d => d.UserAccountId == account && d.Id == query.Delivery, cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.DeliveryUnknown, "delivery"));
        return DeliveryRow.From(done).Details(done.RawBody, done.ContentEncoding);
    }
}

/// <summary>Stored form of a delivery's events: the contract's spelling, as people query the table.</summary>
public static class DeliveryJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
