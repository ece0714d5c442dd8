using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Sandbox.Tests;

/// <summary>As much of the product's contract as the demo seeder touches. It only counts.</summary>
internal sealed class FakeProduct : IAsyncDisposable
{
    private readonly WebApplication _app;
    private JsonObject? _account;
    private int _ids;

    private FakeProduct()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGet("/health/ready", () => Results.Ok());
        _app.MapGet(
            "/api/user-accounts",
            () => Json(new JsonObject { ["items"] = _account is null ? [] : new JsonArray(_account.DeepClone()) })
        );
        _app.MapPost(
            "/api/user-accounts",
            (JsonObject body) =>
                Json(
                    _account = new JsonObject
                    {
                        ["id"] = "a1",
                        ["name"] = body["name"]!.ToString(),
                        ["amocrm_account_id"] = 28805383,
                        ["webhook_url"] = $"{Address}api/webhooks/amocrm?user_id=a1&sig=x",
                        ["created_at"] = "2026-11-01T10:00:00.123Z",
                    },
                    201
                )
        );
        _app.MapPatch(
            "/api/user-accounts/a1",
            (JsonObject body) =>
            {
                _account!["name"] = body["name"]!.ToString();
                return Json(_account);
            }
        );
        foreach (var list in new[] { "directions", "creatives" })
        {
            _app.MapGet($"/api/{list}", () => Json(new JsonObject { ["items"] = new JsonArray() }));
            _app.MapPost(
                $"/api/{list}",
                () => Json(new JsonObject { ["id"] = $"{list}-{Interlocked.Increment(ref _ids)}" }, 201)
            );
        }

        _app.MapPost(
            "/api/ad-spend",
            (JsonArray rows) =>
            {
                Spend.Enqueue(rows);
                return Json(new JsonObject());
            }
        );
        _app.MapPost("/api/digests", () => Results.Conflict());
        _app.MapGet("/api/setup", () => Json(new JsonObject { ["needs_administrator"] = false }));
        _app.MapPost("/api/amocrm/reconcile", () => Json(new JsonObject { ["run_id"] = "1" }));
        _app.MapPost("/api/amocrm/sync-pipelines", () => Json(new JsonObject { ["success"] = true }));
        _app.MapGet(
            "/api/amocrm/pipelines",
            () =>
                Json(
                    JsonNode.Parse(
                        """{"pipelines":[{"pipeline_id":3104455,"stages":[{"id":"s1","status_id":32392165},{"id":"s2","status_id":142}]}]}"""
                    )!
                )
        );
        _app.MapPatch(
            "/api/amocrm/pipeline-stages/{id}",
            (string id) =>
            {
                Flagged.Enqueue(id);
                return Json(new JsonObject());
            }
        );
        _app.MapPost(
            "/api/leads",
            (JsonObject lead) =>
            {
                Leads.Enqueue(lead);
                return Json(new JsonObject(), 201);
            }
        );
        _app.MapGet("/api/webhooks/amocrm", () => Results.Ok());
        _app.MapPost("/api/webhooks/amocrm", async (HttpRequest request) => Hooks.Enqueue(await request.ReadFormAsync()));
    }

    public ConcurrentQueue<JsonObject> Leads { get; } = new();
    public ConcurrentQueue<JsonArray> Spend { get; } = new();
    public ConcurrentQueue<string> Flagged { get; } = new();
    public ConcurrentQueue<IFormCollection> Hooks { get; } = new();
    public Uri Address => new(_app.Urls.First());

    public static async Task<FakeProduct> StartAsync()
    {
        var product = new FakeProduct();
        await product._app.StartAsync();
        return product;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Json(JsonNode body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
