using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class Pages
{
    /// <summary>One page of a list: 204 when it is empty, and no `next` on the last one. amoCRM gives no total.</summary>
    public static IResult From<T>(HttpContext http, string name, IEnumerable<T> rows, Func<T, JsonObject> shape, int max = 250)
    {
        var query = new PhpQuery(http.Request.Query);
        var (page, limit) = (query.Page(), query.Limit(max, Math.Min(50, max)));
        var found = rows.Skip((page - 1) * limit).Take(limit + 1).ToList();
        if (found.Count == 0)
            return Results.NoContent();

        var links = Reply.Self(http);
        if (found.Count > limit)
            links["next"] = new JsonObject { ["href"] = NextOf(http, page + 1) };
        return Reply.Json(
            new JsonObject
            {
                ["_page"] = page,
                ["_links"] = links,
                ["_embedded"] = new JsonObject { [name] = new JsonArray([.. found.Take(limit).Select(shape)]) },
            }
        );
    }

    private static string NextOf(HttpContext http, int page)
    {
        var query = http
            .Request.Query.Where(q => q.Key != "page")
            .SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}"));
        return $"{Reply.Address(http)}{http.Request.Path}?{string.Join('&', query.Append($"page={page}"))}";
    }
}
