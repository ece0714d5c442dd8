using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Messages;

/// <summary>Shapes of the Bot API, as far as a digest needs them.</summary>
internal static class BotJson
{
    public static JsonObject Ok(JsonNode? result) => new() { ["ok"] = true, ["result"] = result };

    public static JsonObject Error(BotFault fault)
    {
        var error = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = fault.Status,
            ["description"] = fault.Description,
        };
        if (fault.RetryAfter is { } seconds)
            error["parameters"] = new JsonObject { ["retry_after"] = seconds };
        return error;
    }

    public static JsonObject Me() =>
        new()
        {
            ["id"] = 123456789,
            ["is_bot"] = true,
            ["first_name"] = "Sandbox",
            ["username"] = SandboxBot.Name,
        };

    public static JsonObject Update(int id, long chat, string text, string language, string? chatName)
    {
        var message = Message(id, chat, text);
        if (chatName is not null)
            message["chat"]!["username"] = chatName;
        message["from"] = new JsonObject
        {
            ["id"] = chat,
            ["is_bot"] = false,
            ["first_name"] = "A",
            ["language_code"] = language,
        };
        return new() { ["update_id"] = id, ["message"] = message };
    }

    public static JsonObject Message(int id, long chat, string text) =>
        new()
        {
            ["message_id"] = id,
            ["date"] = 1_760_000_000,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = chat < 0 ? "supergroup" : "private" },
            ["text"] = text,
        };
}
