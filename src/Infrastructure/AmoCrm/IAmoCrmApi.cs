using AmoCrmQualification.Infrastructure.AmoCrm.Wire;
using Refit;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>
/// amoCRM's API v4, as far as it is called. Every call is paced, authorized and retried as its <see cref="AmoCall"/> allows,
/// and fails with an <see cref="Application.AmoCrm.AmoCallException"/>. Null is an answer without content.
/// </summary>
[PathPrefix("/api/v4")]
internal interface IAmoCrmApi
{
    [Get("/account")]
    Task<AccountWire?> GetAccountAsync([Property(AmoCall.Key)] AmoCall call, string? with, CancellationToken cancellationToken);

    [Get("/leads/pipelines")]
    Task<PageWire?> GetPipelinesAsync([Property(AmoCall.Key)] AmoCall call, CancellationToken cancellationToken);

    [Get("/leads/custom_fields?limit=250")]
    Task<PageWire?> GetDealFieldsAsync([Property(AmoCall.Key)] AmoCall call, int page, CancellationToken cancellationToken);

    /// <param name="with">Linked entities that are to be named too.</param>
    [Get("/leads?limit=250")]
    Task<PageWire?> GetLeadsAsync(
        [Property(AmoCall.Key)] AmoCall call,
        string? with,
        [AliasAs("filter[id][]"), Query(CollectionFormat.Multi)] IReadOnlyList<long>? ids,
        [AliasAs("filter[created_at][from]")] long? madeFrom,
        [AliasAs("filter[created_at][to]")] long? madeTo,
        [AliasAs("order[created_at]")] string? madeOrder,
        [AliasAs("filter[updated_at][from]")] long? changedFrom,
        [AliasAs("filter[updated_at][to]")] long? changedTo,
        [AliasAs("order[updated_at]")] string? changedOrder,
        int? page,
        CancellationToken cancellationToken
    );

    [Post("/leads")]
    Task<CreatedWire?> CreateLeadsAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [Body] IReadOnlyList<NewDealWire> leads,
        CancellationToken cancellationToken
    );

    /// <param name="query">A text that occurs anywhere in the contact.</param>
    [Get("/contacts?limit=250")]
    Task<PageWire?> GetContactsAsync(
        [Property(AmoCall.Key)] AmoCall call,
        string? with,
        [AliasAs("filter[id][]"), Query(CollectionFormat.Multi)] IReadOnlyList<long>? ids,
        string? query,
        int? page,
        CancellationToken cancellationToken
    );

    [Post("/contacts")]
    Task<CreatedWire?> CreateContactsAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [Body] IReadOnlyList<NewContactWire> contacts,
        CancellationToken cancellationToken
    );

    /// <param name="query">Sent as it is: a following page is asked for just as amoCRM's own link names it.</param>
    [Get("/events")]
    Task<PageWire?> GetEventsAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [Encoded, QueryName] string query,
        CancellationToken cancellationToken
    );

    [Get("/webhooks?limit=250")]
    Task<PageWire?> GetWebhooksAsync(
        [Property(AmoCall.Key)] AmoCall call,
        [AliasAs("filter[destination]")] string? destination,
        CancellationToken cancellationToken
    );

    /// <summary>The destination is the key, so that doing it twice does no harm.</summary>
    [Post("/webhooks")]
    Task SubscribeAsync([Property(AmoCall.Key)] AmoCall call, [Body] WebhookAsked webhook, CancellationToken cancellationToken);

    [Delete("/webhooks")]
    Task UnsubscribeAsync([Property(AmoCall.Key)] AmoCall call, [Body] WebhookAsked webhook, CancellationToken cancellationToken);
}
