using System.ComponentModel;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Domain.Connections;
using ModelContextProtocol.Server;

namespace AmoCrmQualification.Api.Mcp;

/// <summary>The accounts that the caller may ask about.</summary>
internal sealed class AccountTools(IMediator mediator)
{
    [McpServerTool(
        Name = "list_accounts",
        Title = "List accounts",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "Lists the client accounts that you may ask about, newest first, a page at a time. The other tools take an id from here."
    )]
    public async Task<Page<AskableAccount>> ListAccounts(
        [Description("Accounts a page, 1 to 500; 50 by default.")] int? limit = null,
        [Description("next_cursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var page = await mediator.Send(new GetAccountsQuery(IsArchived: false, new(limit, cursor)), cancellationToken);
        return new([.. page.Items.Select(AskableAccount.From)], page.NextCursor);
    }
}

/// <summary>An account without what would open it. A lead has its horizon in days to qualify before verdicts judge it.</summary>
internal sealed record AskableAccount(
    Guid Id,
    string Name,
    ConnectionState Connection,
    string? Currency,
    string TimeZone,
    int HorizonDays
)
{
    public static AskableAccount From(AccountView account) =>
        new(account.Id, account.Name, account.Connection, account.Currency, account.TimeZone, account.HorizonDays);
}
