using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Takes a lead out of every figure, or back.</summary>
/// <param name="IsTest">Null changes nothing.</param>
public sealed record ChangeLeadCommand(Guid Lead, bool? IsTest) : IRequest<LeadView>;

internal sealed class ChangeLeadHandler(IAppDbContext db, LockedLeads leads, MarkedLeadReader reader, TimeProvider clock)
    : IRequestHandler<ChangeLeadCommand, LeadView>
{
    public async Task<LeadView> Handle(ChangeLeadCommand command, CancellationToken cancellationToken)
    {
        var id = new LeadId(command.Lead);
        if (command.IsTest is { } isTest)
            await MarkAsTestAsync(id, isTest, cancellationToken);
        return await reader.ReadAsync(id, cancellationToken);
    }

    private async Task MarkAsTestAsync(LeadId id, bool isTest, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Leads.Where(l => l.Id == id).Select(l => l.UserAccountId).SingleOrDefaultAsync(cancellationToken);
        // Merged into another meanwhile, it is no more.
        if (!(await leads.LockAsync(account, [id], cancellationToken)).TryGetValue(id, out var lead))
            throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        lead.MarkAsTest(isTest, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
