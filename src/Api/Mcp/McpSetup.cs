using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrmQualification.Api.Http.Json;
using ModelContextProtocol;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>
/// A server of the Model Context Protocol: assistants ask for figures with the key, the rights and the accounts of their caller.
/// It only reads, and keeps nothing between requests.
/// </summary>
internal static class McpSetup
{
    public const string Path = "/mcp";

    private const string Instructions = """
        Figures of advertising creatives by the leads they brought into amoCRM. Begin with list_accounts: every other tool needs the
        id of an account. A rate comes with its numerator, denominator, 95 % interval, population and the instant it is counted at:
        quote them with it. Call a creative better or worse only where its verdict says so; too_early is no verdict.
        """;

    public static void AddMcp(this IServiceCollection services)
    {
        // Unknown is null, as in the routes' answers.
        JsonSerializerOptions json = new(McpJsonUtilities.DefaultOptions) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };
        json.Converters.Clear(); // it spells enums in its own way
        JsonSetup.Apply(json);
        services
            .AddMcpServer(server =>
            {
                server.ServerInfo = new() { Name = "amocrm-qualification", Version = "1" };
                server.ServerInstructions = Instructions;
            })
            .WithHttpTransport()
            .WithTools<AccountTools>(json)
            .WithTools<FigureTools>(json)
            .WithTools<LeadTools>(json)
            .WithRequestFilters(filters => filters.AddCallToolFilter(ToolProblems.Answer));
    }
}
