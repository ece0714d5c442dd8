using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class WebhookRoutes
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/webhooks", List);
        api.MapPost("/webhooks", Reply.From(SubscribeAsync));
        api.MapDelete("/webhooks", Reply.From(UnsubscribeAsync));
    }

    private static IResult List(HttpContext http)
    {
        var wanted = new PhpQuery(http.Request.Query).Text("filter[destination]");
        var hooks = http.Account().Webhooks.All.Where(h => wanted is null || h.Destination == wanted).ToArray();
        if (hooks.Length == 0)
            return Results.NoContent();

        return Reply.Json(
            new JsonObject
            {
                ["_total_items"] = hooks.Length,
                ["_links"] = Reply.Self(http),
                ["_embedded"] = new JsonObject { ["webhooks"] = new JsonArray([.. hooks.Select(h => Shape(h, http.Account()))]) },
            }
        );
    }

    private static async Task<IResult> SubscribeAsync(HttpContext http)
    {
        var body = await Body.ObjectAsync(http);
        var settings = (body["settings"] as JsonArray ?? []).Select(s => s?.ToString() ?? "").ToArray();
        var known = http.Account().Webhooks.All.Any(h => h.Destination == Destination(body));
        var hook = http.Account().Webhooks.Set(Destination(body), settings, (int)(body.Long("sort") ?? 1));
        return Reply.Json(Shape(hook, http.Account()), known ? 200 : 201);
    }

    /// <summary>The destination in the body is the key; there is no id in the path.</summary>
    private static async Task<IResult> UnsubscribeAsync(HttpContext http)
    {
        var destination = Destination(await Body.ObjectAsync(http));
        if (!http.Account().Webhooks.Remove(destination))
            throw CrmProblem.NotFound($"No webhook {destination}");
        return Results.NoContent();
    }

    private static string Destination(JsonObject body) => body.Text("destination") ?? "";

    private static JsonObject Shape(CrmWebhook hook, CrmAccount account) =>
        new()
        {
            ["id"] = hook.Id,
            ["destination"] = hook.Destination,
            ["created_at"] = hook.CreatedAt,
            ["updated_at"] = hook.UpdatedAt,
            ["account_id"] = account.Id,
            ["created_by"] = account.AdminId,
            ["sort"] = hook.Sort,
            ["disabled"] = hook.Disabled,
            ["settings"] = new JsonArray([.. hook.Settings.Select(s => (JsonNode)s)]),
        };
}
