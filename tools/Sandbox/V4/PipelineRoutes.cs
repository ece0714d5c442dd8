using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.V4;

internal static class PipelineRoutes
{
    public static void MapPipelines(this IEndpointRouteBuilder api)
    {
        api.MapGet("/leads/pipelines", (HttpContext http) => List(http));
        api.MapGet(
            "/leads/pipelines/{id:long}",
            (HttpContext http, long id) =>
                http.Account().Pipelines.Find(id) is { } pipeline ? Reply.Json(Pipeline(pipeline, http)) : Missing(http)
        );
        api.MapGet(
            "/leads/pipelines/{id:long}/statuses",
            (HttpContext http, long id) =>
                http.Account().Pipelines.Find(id) is { } pipeline ? Statuses(pipeline, http) : Missing(http)
        );
    }

    /// <summary>Not paged, whatever the query asks for.</summary>
    private static IResult List(HttpContext http)
    {
        var pipelines = http.Account().Pipelines.All;
        return Reply.Json(
            new JsonObject
            {
                ["_total_items"] = pipelines.Count,
                ["_links"] = Reply.Self(http),
                ["_embedded"] = new JsonObject { ["pipelines"] = new JsonArray([.. pipelines.Select(p => Pipeline(p, http))]) },
            }
        );
    }

    private static IResult Statuses(CrmPipeline pipeline, HttpContext http) =>
        Reply.Json(
            new JsonObject
            {
                ["_total_items"] = pipeline.Stages.Count,
                ["_embedded"] = new JsonObject { ["statuses"] = Stages(pipeline, http) },
            }
        );

    private static JsonObject Pipeline(CrmPipeline pipeline, HttpContext http) =>
        new()
        {
            ["id"] = pipeline.Id,
            ["name"] = pipeline.Name,
            ["sort"] = pipeline.Sort,
            ["is_main"] = pipeline.IsMain,
            ["is_unsorted_on"] = true,
            ["is_archive"] = pipeline.IsArchive,
            ["account_id"] = http.Account().Id,
            ["_links"] = Reply.Link(Address(pipeline, http)),
            ["_embedded"] = new JsonObject { ["statuses"] = Stages(pipeline, http) },
        };

    private static JsonArray Stages(CrmPipeline pipeline, HttpContext http) =>
        new([
            .. pipeline.Stages.Select(s =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = s.Id,
                        ["name"] = s.Name,
                        ["sort"] = s.Sort,
                        ["is_editable"] = !s.IsSystem,
                        ["pipeline_id"] = pipeline.Id,
                        ["color"] = s.Color,
                        ["type"] = s.Type,
                        ["account_id"] = http.Account().Id,
                        ["_links"] = Reply.Link($"{Address(pipeline, http)}/statuses/{s.Id}"),
                    }
            ),
        ]);

    private static string Address(CrmPipeline pipeline, HttpContext http) =>
        $"{Reply.Address(http)}/api/v4/leads/pipelines/{pipeline.Id}";

    private static IResult Missing(HttpContext http) => throw CrmProblem.NotFound($"Cannot GET {http.Request.Path}");
}
