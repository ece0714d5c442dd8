using System.Globalization;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Domain.Connections;

namespace AmoCrmQualification.Application.Connections;

/// <summary>amoCRM tells that an account has switched the integration off: its tokens are dead.</summary>
public sealed record DisableAmoIntegrationCommand(string? ClientId, string? AmoAccount, string? Signature) : IRequest;

internal sealed class DisableAmoIntegrationHandler(IAppDbContext db, IAmoOAuth oauth)
    : IRequestHandler<DisableAmoIntegrationCommand, Unit>
{
    public async Task<Unit> Handle(DisableAmoIntegrationCommand command, CancellationToken cancellationToken)
    {
        if (!oauth.IsSignedDisabling(command.ClientId, command.AmoAccount, command.Signature))
            throw new DomainException(Refusal.Unauthorized(Reasons.SignatureWrong, "amoCRM has not signed this."));

        if (!long.TryParse(command.AmoAccount, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Unit.Value;

        // amoCRM's word, by its own id: there is no caller whose accounts could be meant.
        var amoAccount = new AmoAccountId(id);
        await db
            .Connections.IgnoreQueryFilters()
            .Where(c => c.AmocrmAccountId == amoAccount && c.ConnectedBy == ConnectionMeans.Oauth)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ConnectionState.ReauthorizationRequired), cancellationToken);
        return Unit.Value;
    }
}
