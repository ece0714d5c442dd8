using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Application.Sales;
using AmoCrmQualification.Application.Webhooks;
using AmoCrmQualification.Domain.Accounts;
using FluentValidation;
using MediatR;

namespace AmoCrmQualification.Application.AmoConnection;

/// <summary>Connects an account by a long-lived token, or gives a connected one a new token.</summary>
public sealed record ConnectAmoCommand(UserAccountId Account, string? AmocrmDomain, string? LongLivedToken)
    : IRequest<AccountView>;

internal sealed class ConnectAmoValidator : AbstractValidator<ConnectAmoCommand>
{
    public ConnectAmoValidator()
    {
        RuleFor(c => c.AmocrmDomain).NotEmpty().AmoHost();
        RuleFor(c => c.LongLivedToken).NotEmpty().Token();
    }
}

internal sealed class ConnectAmoHandler(IAppDbContext db, AmoConnector connector, IClosings closings, WebhookAddresses addresses)
    : IRequestHandler<ConnectAmoCommand, AccountView>
{
    public async Task<AccountView> Handle(ConnectAmoCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var domain = AmoDomain.Parse(command.AmocrmDomain)!.Value;
        await connector.ConnectAsync(
            account,
            domain,
            command.LongLivedToken!,
            new(null, null, null, null, null),
            cancellationToken
        );
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await closings.RefreshAsync(account.Id, cancellationToken); // what was closed without amoCRM's word gets it now
        await transaction.CommitAsync(cancellationToken);
        return await db.ShowAsync(account, addresses, cancellationToken);
    }
}
