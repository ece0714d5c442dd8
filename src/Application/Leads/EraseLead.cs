using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Common;
using AmoCrmQualification.Domain.Leads;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Forgets the person behind a lead: contacts, message and payloads go, the counted facts stay.</summary>
public sealed record EraseLeadCommand(Guid Lead) : IRequest;

/// <summary>Removes what amoCRM reported of a deal beyond its stages: payloads of its history and raw deliveries.</summary>
public interface IPayloadEraser
{
    Task EraseAsync(DealKey deal, CancellationToken cancellationToken);
}

internal sealed class EraseLeadHandler(IAppDbContext db, IPayloadEraser payloads, TimeProvider clock)
    : IRequestHandler<EraseLeadCommand, Unit>
{
    public async Task<Unit> Handle(EraseLeadCommand command, CancellationToken cancellationToken)
    {
        var id = new LeadId(command.Lead);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var lead =
            await db.Leads.SingleOrDefaultAsync(l => l.Id == id, cancellationToken)
            ?? throw new DomainException(Refusal.NotFound("lead"));
        if (lead.AmocrmLeadId is { } deal)
            await payloads.EraseAsync(new(lead.UserAccountId, deal), cancellationToken);

        var now = clock.GetUtcNow();
        lead.Erase(now);
        var sale = await db.Sales.SingleOrDefaultAsync(
            s => s.UserAccountId == lead.UserAccountId && s.LeadId == id,
            cancellationToken
        );
        sale?.ForgetPerson(now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }
}
