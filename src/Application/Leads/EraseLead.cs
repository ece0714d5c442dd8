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
        var known =
            await db
                .Leads.Where(l => l.Id == id)
                .Select(l => new { l.UserAccountId, l.AmocrmLeadId })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound("lead"));
        // Locks the deal, so that a look-up under way has written what it writes before it is erased.
        if (known.AmocrmLeadId is { } deal)
            await payloads.EraseAsync(new(known.UserAccountId, deal), cancellationToken);

        var lead = await db.Leads.SingleAsync(l => l.UserAccountId == known.UserAccountId && l.Id == id, cancellationToken);
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
