using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class DealFieldRoutes
{
    public static void MapDealFields(this IEndpointRouteBuilder api)
    {
        api.MapGet(
            "/leads/custom_fields",
            (HttpContext http) =>
                Pages.From(
                    http,
                    "custom_fields",
                    http.Account().DealFields.All,
                    f => Shape(f, http.Account(), Reply.Address(http))
                )
        );
        api.MapGet(
            "/leads/custom_fields/{id:long}",
            (HttpContext http, long id) =>
                http.Account().DealFields.Find(id) is { } field
                    ? Reply.Json(Shape(field, http.Account(), Reply.Address(http)))
                    : Results.NoContent()
        );
    }

    private static JsonObject Shape(CrmDealField field, CrmAccount account, string address) =>
        new()
        {
            ["id"] = field.Id,
            ["name"] = field.Name,
            ["type"] = field.Type,
            ["account_id"] = account.Id,
            ["code"] = field.Code,
            ["sort"] = field.Sort,
            ["is_api_only"] = false,
            ["enums"] = field.HasChoices ? new JsonArray([.. field.Enums.Select(e => (JsonNode)Choice(e))]) : null,
            ["group_id"] = field.Type == CrmDealField.Tracking ? "statistic" : null,
            ["required_statuses"] = new JsonArray(),
            ["is_deletable"] = field.Type != CrmDealField.Tracking,
            ["is_predefined"] = field.Type == CrmDealField.Tracking,
            ["entity_type"] = "leads",
            ["remind"] = null,
            ["_links"] = Reply.Link($"{address}/api/v4/leads/custom_fields/{field.Id}"),
        };

    private static JsonObject Choice(CrmFieldEnum choice) =>
        new()
        {
            ["id"] = choice.Id,
            ["value"] = choice.Value,
            ["sort"] = choice.Sort,
        };
}
