using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class EventRoutes
{
    private const int IdLimit = 10;

    public static void MapEvents(this IEndpointRouteBuilder api) => api.MapGet("/events", List);

    private static IResult List(HttpContext http)
    {
        var (account, query) = (http.Account(), new PhpQuery(http.Request.Query));
        var rows = account.Events.Select(Asked(query));
        return Pages.From(
            http,
            "events",
            rows,
            r => Shape(r.Get(), account, Reply.Address(http)),
            account.Switches.EventsLimitMax
        );
    }

    private static EventQuery Asked(PhpQuery query)
    {
        var entities = query.Values("filter[entity]").ToHashSet();
        var (ids, people) = (query.Ids("filter[entity_id]"), query.Ids("filter[created_by]"));
        if (ids.Count > 0 && entities.Count != 1)
            throw CrmProblem.BadRequest("filter[entity_id] needs exactly one filter[entity]");
        if (ids.Count > IdLimit || people.Count > IdLimit)
            throw CrmProblem.BadRequest($"No more than {IdLimit} values in a filter");

        var (from, to) = query.Range("filter[created_at]");
        return new EventQuery
        {
            Types = query.Values("filter[type]").ToHashSet(),
            Entities = entities,
            EntityIds = ids,
            People = people,
            From = from,
            To = to,
            Ascending = query.Order() is ("created_at", true),
        };
    }

    private static JsonObject Shape(CrmEvent e, CrmAccount account, string address) =>
        new()
        {
            ["id"] = e.Id,
            ["type"] = e.Type,
            ["entity_id"] = e.EntityId,
            ["entity_type"] = e.EntityType,
            ["created_by"] = e.CreatedBy,
            ["created_at"] = e.CreatedAt,
            ["value_after"] = JsonNode.Parse(e.ValueAfter),
            ["value_before"] = JsonNode.Parse(e.ValueBefore),
            ["account_id"] = account.Id,
            ["_links"] = Reply.Link($"{address}/api/v4/events/{e.Id}"),
            ["_embedded"] = new JsonObject
            {
                ["entity"] = new JsonObject
                {
                    ["id"] = e.EntityId,
                    ["_links"] = Reply.Link($"{address}/api/v4/{e.EntityType}s/{e.EntityId}"),
                },
            },
        };
}
