using System.Text.Encodings.Web;
using System.Text.Json;
using AmoCrmQualification.Api.Http.Errors;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>Tells an assistant why a call failed in the words of the routes: code, reason and a sentence.</summary>
internal static class ToolProblems
{
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Answer(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next
    ) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await next(request, cancellationToken);
            }
            catch (Exception e) when (e is ArgumentException or JsonException)
            {
                return Failed(ToolArguments.ProblemOf(request));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                var problem = ProblemDetailsHandler.ProblemOf(e);
                if (problem.Status == StatusCodes.Status500InternalServerError)
                    throw;
                return Failed(problem);
            }
        };

    private static CallToolResult Failed(ProblemDetails problem) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = JsonSerializer.Serialize(problem, s_readable) }] };
}
