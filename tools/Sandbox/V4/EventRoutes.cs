using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class EventRoutes
{
    private const int IdLimit = 10;

    public static void MapEvents(this IEndpointRouteBuilder api) => api.MapGet("/events", List);

    private static IResult List(HttpContext http)
    {
        var (account, query) = (http.Account(), new PhpQuery(http.Request.Query));
        var rows = Filtered(account.Events.All, query);
        var sorted = query.Order() is ("created_at", true)
            ? rows.OrderBy(e => e.CreatedAt).ThenBy(e => e.Id, StringComparer.Ordinal)
            : rows.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id, StringComparer.Ordinal);
        return Pages.From(http, "events", sorted, e => Shape(e, account, Reply.Address(http)), account.Switches.EventsLimitMax);
    }

    private static IEnumerable<CrmEvent> Filtered(IEnumerable<CrmEvent> rows, PhpQuery query)
    {
        var (types, entities) = (query.Values("filter[type]").ToHashSet(), query.Values("filter[entity]"));
        var (ids, people) = (query.Ids("filter[entity_id]"), query.Ids("filter[created_by]"));
        if (ids.Count > 0 && entities.Count != 1)
            throw CrmProblem.BadRequest("filter[entity_id] needs exactly one filter[entity]");
        if (ids.Count > IdLimit || people.Count > IdLimit)
            throw CrmProblem.BadRequest($"No more than {IdLimit} values in a filter");

        if (types.Count > 0)
            rows = rows.Where(e => types.Contains(e.Type));
        if (entities.Count > 0)
            rows = rows.Where(e => entities.Contains(e.EntityType));
        if (ids.Count > 0)
            rows = rows.Where(e => ids.Contains(e.EntityId));
        if (people.Count > 0)
            rows = rows.Where(e => people.Contains(e.CreatedBy));

        var (from, to) = query.Range("filter[created_at]");
        return rows.Where(e => e.CreatedAt >= from && e.CreatedAt <= to);
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
