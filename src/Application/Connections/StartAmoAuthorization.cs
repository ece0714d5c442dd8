using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Begins to connect an account by a person's consent.</summary>
public sealed record StartAmoAuthorizationCommand(UserAccountId Account, AmoPlatform? Platform) : IRequest<AmoAuthorizationView>;

/// <param name="AuthorizeUrl">Where the person consents, within 15 minutes.</param>
public sealed record AmoAuthorizationView(string AuthorizeUrl);

internal sealed class StartAmoAuthorizationHandler(IAppDbContext db, IAmoOAuth oauth, IAmoAuthorizations authorizations)
    : IRequestHandler<StartAmoAuthorizationCommand, AmoAuthorizationView>
{
    public async Task<AmoAuthorizationView> Handle(StartAmoAuthorizationCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        if (!oauth.IsConfigured)
            throw new DomainException(
                new(
                    RefusalKind.Conflict,
                    ProblemCodes.OAuthNotConfigured,
                    Reasons.OAuthNotConfigured,
                    "The operator has configured no amoCRM integration: connect by a long-lived token."
                )
            );

        var state = await authorizations.BeginAsync(account.Id, cancellationToken);
        return new(oauth.AuthorizeUrl(command.Platform ?? AmoPlatform.Amocrm, state));
    }
}
