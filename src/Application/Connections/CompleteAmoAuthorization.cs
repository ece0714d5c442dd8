using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Application.Connections;

/// <summary>A person comes back from amoCRM, with a code or without. Answers where the browser goes on.</summary>
/// <param name="Referer">The account's host, as amoCRM says; only hosts of amoCRM are ever called.</param>
/// <param name="Error">What amoCRM says when the person did not consent.</param>
public sealed record CompleteAmoAuthorizationCommand(string? Code, string? State, string? Referer, string? Error)
    : IRequest<string>
{
    public override string ToString() => nameof(CompleteAmoAuthorizationCommand); // the code reaches no log
}

internal sealed class CompleteAmoAuthorizationHandler(
    IAppDbContext db,
    ICaller caller,
    IAmoOAuth oauth,
    IAmoAuthorizations authorizations,
    AmoConnector connector
) : IRequestHandler<CompleteAmoAuthorizationCommand, string>
{
    public async Task<string> Handle(CompleteAmoAuthorizationCommand command, CancellationToken cancellationToken)
    {
        // Nobody may come here but with a state of ours: it says for whom he acts, once.
        var account =
            await authorizations.EndAsync(command.State, cancellationToken)
            ?? throw new DomainException(
                new(
                    RefusalKind.Invalid,
                    ProblemCodes.InvalidState,
                    Reasons.AuthorizationUnknown,
                    "This authorization was not begun here, is too old or was used. Begin anew."
                )
            );
        caller.ActFor(account);
        if (!string.IsNullOrEmpty(command.Error))
            return oauth.LandingUrl(account, Reasons.AccessDenied);

        var domain =
            AmoDomain.Parse(HostOf(command.Referer))
            ?? throw new DomainException(Refusal.Invalid("referer", Reasons.DomainInvalid, "It is no host of amoCRM."));
        if (string.IsNullOrEmpty(command.Code))
            throw new DomainException(Refusal.Invalid("code", Reasons.AuthorizationCodeMissing, "amoCRM has given no code."));

        var tokens = await oauth.ExchangeAsync(domain, command.Code, cancellationToken);
        var connected = await db.AccountAsync(account, cancellationToken);
        await connector.ConnectAsync(connected, domain, tokens, AccountDetails.Nothing, cancellationToken);
        await connector.SaveAsync(connected, cancellationToken);
        return oauth.LandingUrl(account, error: null);
    }

    /// <summary>amoCRM sends a bare host; its documents also show an address.</summary>
    private static string? HostOf(string? referer)
    {
        const string Scheme = "https://";
        return referer?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is true
            ? referer[Scheme.Length..].TrimEnd('/')
            : referer;
    }
}
