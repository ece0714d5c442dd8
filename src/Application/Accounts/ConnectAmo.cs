using AmoCrmQualification.Application.Connections;
using FluentValidation;

namespace AmoCrmQualification.Application.Accounts;

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

internal sealed class ConnectAmoHandler(IAppDbContext db, AmoConnector connector, AccountViewer viewer)
    : IRequestHandler<ConnectAmoCommand, AccountView>
{
    public async Task<AccountView> Handle(ConnectAmoCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        var domain = AmoDomain.Parse(command.AmocrmDomain)!.Value;
        await connector.ConnectAsync(account, domain, command.LongLivedToken!, AccountDetails.Nothing, cancellationToken);
        await connector.SaveAsync(account, cancellationToken);
        return await viewer.ShowAsync(account, cancellationToken);
    }
}
