using AmoCrmQualification.Api.Auth;
using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AmoCrmQualification.Api.Accounts;

/// <summary>The agency's clients and their connections to amoCRM.</summary>
[ApiController]
[Route("api/user-accounts")]
[Tags("Accounts")]
public sealed class AccountsController(IMediator mediator) : ControllerBase
{
    /// <summary>Opens an account; with a token it is connected to amoCRM at once.</summary>
    [HttpPost]
    [Authorize(Roles = CurrentCaller.AdminRole)]
    [ProducesResponseType<AccountView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CreateAccountCommand command, CancellationToken cancellationToken)
    {
        var account = await mediator.Send(command, cancellationToken);
        return CreatedAtAction(nameof(Get), new { id = account.Id }, account);
    }

    /// <summary>The accounts this key may use, newest first.</summary>
    [HttpGet]
    public Task<Page<AccountView>> List(int? limit, string? cursor, CancellationToken cancellationToken) =>
        mediator.Send(new GetAccountsQuery(new(limit, cursor)), cancellationToken);

    [HttpGet("{id:guid}")]
    public Task<AccountView> Get(Guid id, CancellationToken cancellationToken) =>
        mediator.Send(new GetAccountQuery(new(id)), cancellationToken);

    /// <summary>Changes what is given.</summary>
    [HttpPatch("{id:guid}")]
    public Task<AccountView> Change(Guid id, AccountChange change, CancellationToken cancellationToken) =>
        mediator.Send(
            new ChangeAccountCommand(
                new(id),
                change.Name,
                change.Currency,
                change.TimeZone,
                change.DefaultCountry,
                change.PushLeads
            ),
            cancellationToken
        );

    /// <summary>Connects the account by a long-lived token, or gives it a new one.</summary>
    [HttpPut("{id:guid}/amocrm-connection")]
    public Task<AccountView> Connect(Guid id, ConnectionBody body, CancellationToken cancellationToken) =>
        mediator.Send(new ConnectAmoCommand(new(id), body.AmocrmDomain, body.LongLivedToken), cancellationToken);

    /// <summary>Disconnects the account: tokens are erased, what was learnt stays.</summary>
    [HttpDelete("{id:guid}/amocrm-connection")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public async Task<IActionResult> Disconnect(Guid id, CancellationToken cancellationToken)
    {
        await mediator.Send(new DisconnectAmoCommand(new(id)), cancellationToken);
        return NoContent();
    }

    /// <summary>Gives the account a new webhook address; the former stays valid for a day unless it is revoked.</summary>
    [HttpPost("{id:guid}/webhook-secret")]
    public Task<AccountView> RotateWebhookSecret(
        Guid id,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] SecretRotation? rotation,
        CancellationToken cancellationToken
    ) => mediator.Send(new RotateWebhookSecretCommand(new(id), rotation?.RevokeFormer ?? false), cancellationToken);
}

public sealed record AccountChange(string? Name, string? Currency, string? TimeZone, string? DefaultCountry, bool? PushLeads);

public sealed record ConnectionBody(string? AmocrmDomain, string? LongLivedToken);

public sealed record SecretRotation(bool? RevokeFormer);
