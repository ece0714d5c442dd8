using AmoCrmQualification.Application.Accounts;
using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.AmoConnection;

/// <summary>Erases the tokens; what was learnt stays.</summary>
public sealed record DisconnectAmoCommand(UserAccountId Account) : IRequest;

internal sealed class DisconnectAmoHandler(IAppDbContext db) : IRequestHandler<DisconnectAmoCommand, Unit>
{
    public async Task<Unit> Handle(DisconnectAmoCommand command, CancellationToken cancellationToken)
    {
        var account = await db.AccountAsync(command.Account, cancellationToken);
        await db.Connections.Where(c => c.UserAccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        return Unit.Value;
    }
}
