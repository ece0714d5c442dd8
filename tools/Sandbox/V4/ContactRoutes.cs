using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class ContactRoutes
{
    private const int BatchLimit = 250;

    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/contacts", List);
        api.MapGet(
            "/contacts/{id:long}",
            (HttpContext http, long id) =>
                http.Account().Contacts.Find(id) is { } contact ? Reply.Json(Shape(http, contact)) : Results.NoContent()
        );
        api.MapPost("/contacts", Reply.From(CreateAsync));
        api.MapPatch("/contacts", Reply.From(ChangeAsync));
        api.MapPatch("/contacts/{id:long}", ChangeOneAsync);
    }

    private static IResult List(HttpContext http)
    {
        var (contacts, query) = (http.Account().Contacts, new PhpQuery(http.Request.Query));
        var (ids, text) = (query.Ids("filter[id]"), query.Text("query"));
        var rows =
            ids.Count > 0
                ? ids.Order().Select(contacts.Find).OfType<CrmContact>().Select(c => new Row<CrmContact>(c.Id, c.Id, c, null))
            : text is { Length: > 0 } ? contacts.Mentioning(text)
            : contacts.Select();
        if (ids.Count > 0 && text is { Length: > 0 })
            rows = rows.Where(r => r.Get().Mentions(text, http.Account().Switches.PhoneSearchAsTyped));

        rows = Between(Between(rows, query, "updated_at", c => c.UpdatedAt), query, "created_at", c => c.CreatedAt);
        return Pages.From(http, "contacts", rows, r => Shape(http, r.Get()));
    }

    private static IEnumerable<Row<CrmContact>> Between(
        IEnumerable<Row<CrmContact>> rows,
        PhpQuery query,
        string field,
        Func<CrmContact, long> time
    )
    {
        var (from, to) = query.Range($"filter[{field}]");
        return (from, to) == (long.MinValue, long.MaxValue)
            ? rows
            : rows.Where(r => time(r.Get()) >= from && time(r.Get()) <= to);
    }

    private static async Task<IResult> CreateAsync(HttpContext http)
    {
        var account = http.Account();
        var items = await Body.ArrayAsync(http, BatchLimit);
        return Answer(
            http,
            items.Select((item, i) => (account.Contacts.Create(ContactInput.New(item, account)), item.RequestId(i)))
        );
    }

    private static async Task<IResult> ChangeAsync(HttpContext http)
    {
        var account = http.Account();
        var items = await Body.ArrayAsync(http, BatchLimit);
        var changes = items.Select((item, i) => (Id: Existing(account, item.Long("id"), item.RequestId(i)), item)).ToArray();
        return Answer(http, changes.Select((c, i) => (Save(account, c.Id, c.item), c.item.RequestId(i))));
    }

    private static async Task<IResult> ChangeOneAsync(HttpContext http, long id)
    {
        var account = http.Account();
        var contact = Save(account, Existing(account, id, "0"), await Body.ObjectAsync(http));
        return Reply.Json(
            new JsonObject
            {
                ["id"] = contact.Id,
                ["updated_at"] = contact.UpdatedAt,
                ["_links"] = Reply.Self(http),
            }
        );
    }

    private static CrmContact Save(CrmAccount account, long id, JsonObject item) =>
        account.Contacts.Change(
            id,
            contact => ContactInput.Applied(item, contact, account),
            item.Long("updated_at"),
            item.Long("updated_by") ?? 0
        );

    private static long Existing(CrmAccount account, long? id, string requestId) =>
        id is { } key && account.Contacts.Find(key) is not null
            ? key
            : throw CrmProblem.Invalid(requestId, "NotSupportedChoice", "id", "Element not found");

    private static JsonObject Shape(HttpContext http, CrmContact contact) =>
        Shapes.Contact(contact, http.Account(), new PhpQuery(http.Request.Query), Reply.Address(http));

    private static IResult Answer(HttpContext http, IEnumerable<(CrmContact Contact, string RequestId)> saved) =>
        Reply.Json(
            new JsonObject
            {
                ["_links"] = Reply.Self(http),
                ["_embedded"] = new JsonObject
                {
                    ["contacts"] = new JsonArray([
                        .. saved.Select(s =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["id"] = s.Contact.Id,
                                    ["name"] = s.Contact.Name,
                                    ["updated_at"] = s.Contact.UpdatedAt,
                                    ["is_deleted"] = false,
                                    ["is_unsorted"] = false,
                                    ["request_id"] = s.RequestId,
                                    ["_links"] = Reply.Link($"{Reply.Address(http)}/api/v4/contacts/{s.Contact.Id}"),
                                }
                        ),
                    ]),
                },
            }
        );
}
