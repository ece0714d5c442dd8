using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace AmoCrmQualification.Integration.Tests.Mcp;

/// <summary>What an assistant does: connects with a key, asks a tool.</summary>
internal static class Assistant
{
    public static Task<McpClient> ConnectAsync(HttpClient client) =>
        McpClient.CreateAsync(
            new HttpClientTransport(
                new() { Endpoint = new(client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp },
                client
            )
        );

    public static async Task<JsonElement> AskAsync(this McpClient assistant, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await assistant.CallToolAsync(tool, arguments);
        Assert.That(answer.IsError, Is.Not.True, TextOf(answer));
        return answer.StructuredContent!.Value;
    }

    public static async Task<string> RefusedAsync(this McpClient assistant, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await assistant.CallToolAsync(tool, arguments);
        Assert.That(answer.IsError, Is.True);
        return TextOf(answer);
    }

    private static string TextOf(CallToolResult answer) =>
        string.Concat(answer.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
