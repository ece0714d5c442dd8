using System.Globalization;
using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Messages;

/// <summary>The Bot API under <c>/bot{token}</c>.</summary>
internal static class BotRoutes
{
    public static void MapBot(this IEndpointRouteBuilder routes, SandboxBot bot)
    {
        routes.MapPost("/bot{token}/getMe", () => Results.Json(BotJson.Ok(BotJson.Me())));
        routes.MapPost("/bot{token}/getUpdates", (HttpRequest request) => UpdatesAsync(request.HttpContext, bot));
        routes.MapPost("/bot{token}/sendMessage", (HttpRequest request) => SendAsync(request.HttpContext, bot));
        routes.MapGet("/sandbox/bot", () => bot.Sent());
    }

    private static async Task<IResult> UpdatesAsync(HttpContext http, SandboxBot bot)
    {
        var body = await BodyAsync(http);
        var patience = TimeSpan.FromSeconds((int?)body["timeout"] ?? 0);
        return Results.Json(BotJson.Ok(await bot.ReadAsync((int?)body["offset"], patience, http.RequestAborted)));
    }

    private static async Task<IResult> SendAsync(HttpContext http, SandboxBot bot)
    {
        var body = await BodyAsync(http);
        var (chat, text) = ($"{body["chat_id"]}", (string)body["text"]!);
        switch (bot.Take(new(chat, text, (string?)body["parse_mode"])))
        {
            case { IsHeld: true }:
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
                return Results.Empty;
            case { } fault:
                return Results.Json(BotJson.Error(fault), statusCode: fault.Status);
            default:
                var id = long.TryParse(chat, CultureInfo.InvariantCulture, out var number) ? number : 1;
                return Results.Json(BotJson.Ok(BotJson.Message(1, id, text)));
        }
    }

    private static async Task<JsonObject> BodyAsync(HttpContext http) =>
        (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
}
