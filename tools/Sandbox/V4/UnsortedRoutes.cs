using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

/// <summary>The incoming forms. Calls, mails and chats, the other categories, are not simulated.</summary>
internal static class UnsortedRoutes
{
    private const string Category = "forms";

    public static void MapUnsorted(this IEndpointRouteBuilder api) => api.MapGet("/leads/unsorted", List);

    private static IResult List(HttpContext http)
    {
        var query = new PhpQuery(http.Request.Query);
        IEnumerable<CrmUnsortedForm> forms = http.Account().Unsorted.All;
        if (query.Values("filter[category]") is { Count: > 0 } categories && !categories.Contains(Category))
            forms = [];
        if (query.Values("filter[uid]") is { Count: > 0 } uids)
            forms = forms.Where(f => uids.Contains(f.Uid));
        if (query.Ids("filter[pipeline_id]") is { Count: > 0 } pipelines)
            forms = forms.Where(f => pipelines.Contains(f.PipelineId));

        var sorted = query.Order() is ("created_at", false)
            ? forms.OrderByDescending(f => f.CreatedAt)
            : forms.OrderBy(f => f.CreatedAt);
        return Pages.From(http, "unsorted", sorted, f => Shape(f, http.Account(), Reply.Address(http)));
    }

    private static JsonObject Shape(CrmUnsortedForm item, CrmAccount account, string address) =>
        new()
        {
            ["uid"] = item.Uid,
            ["source_uid"] = item.Uid,
            ["source_name"] = item.Form.FormName,
            ["category"] = Category,
            ["pipeline_id"] = item.PipelineId,
            ["created_at"] = item.CreatedAt,
            ["metadata"] = Metadata(item.Form, item.CreatedAt),
            ["account_id"] = account.Id,
            ["_links"] = Reply.Link($"{address}/api/v4/leads/unsorted/{item.Uid}"),
            ["_embedded"] = new JsonObject
            {
                ["leads"] = Entities("leads", [item.LeadId], address),
                ["contacts"] = Entities("contacts", item.ContactId is { } id ? [id] : [], address),
                ["companies"] = new JsonArray(),
            },
        };

    private static JsonObject Metadata(NewForm form, long at) =>
        new()
        {
            ["form_id"] = form.FormId,
            ["form_name"] = form.FormName,
            ["form_page"] = form.FormPage,
            ["ip"] = form.Ip,
            ["form_sent_at"] = at,
            ["referer"] = form.Referer,
            ["visitor_uid"] = form.VisitorUid,
        };

    private static JsonArray Entities(string kind, IEnumerable<long> ids, string address) =>
        new([
            .. ids.Select(id =>
                (JsonNode)new JsonObject { ["id"] = id, ["_links"] = Reply.Link($"{address}/api/v4/{kind}/{id}") }
            ),
        ]);
}
