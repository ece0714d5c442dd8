using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Leads;
using FluentValidation;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Takes a lead out of every figure, or back; corrects whose it is.</summary>
/// <param name="IsTest">Null changes nothing.</param>
/// <param name="CreativeId">The creative that brought it, whatever its marks say; null: none did.</param>
/// <param name="ResetAttribution">Its marks decide again.</param>
public sealed record ChangeLeadCommand(
    Guid Lead,
    bool? IsTest = null,
    Optional<Guid> CreativeId = default,
    bool ResetAttribution = false
) : IRequest<LeadView>
{
    internal bool IsCorrection => CreativeId.IsGiven || ResetAttribution;
}

internal sealed class ChangeLeadValidator : AbstractValidator<ChangeLeadCommand>
{
    public ChangeLeadValidator() =>
        RuleFor(c => c.ResetAttribution)
            .Equal(false)
            .When(c => c.CreativeId.IsGiven)
            .WithMessage("Either a creative is given, or the marks decide.");
}

internal sealed class ChangeLeadHandler(
    IAppDbContext db,
    ILocks locks,
    LockedLeads leads,
    ILeadAttribution attribution,
    MarkedLeadReader reader,
    TimeProvider clock
) : IRequestHandler<ChangeLeadCommand, LeadView>
{
    public async Task<LeadView> Handle(ChangeLeadCommand command, CancellationToken cancellationToken)
    {
        var id = new LeadId(command.Lead);
        if (command.IsTest is not null || command.IsCorrection)
            await ChangeAsync(id, command, cancellationToken);
        return await reader.ReadAsync(id, cancellationToken);
    }

    private async Task ChangeAsync(LeadId id, ChangeLeadCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Leads.Where(l => l.Id == id).OwnerAsync(Reasons.LeadUnknown, "lead", cancellationToken);
        if (command.IsCorrection)
            await locks.AcquireExclusiveAsync(account, cancellationToken); // no mark decides it in between
        // Merged into another meanwhile, it is no more.
        if (!(await leads.LockAsync(account, [id], cancellationToken)).TryGetValue(id, out var lead))
            throw new DomainException(Refusal.NotFound(Reasons.LeadUnknown, "lead"));
        if (command.IsTest is { } isTest)
            lead.MarkAsTest(isTest, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (command.IsCorrection)
            await CorrectAsync(lead, command, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task CorrectAsync(Lead lead, ChangeLeadCommand command, CancellationToken cancellationToken)
    {
        if (lead.ErasedAt is not null)
            throw new DomainException(Refusal.Conflict(Reasons.LeadErased, "This lead was erased: its marks are gone."));
        var creative = command.CreativeId.Value is { } given
            ? await db.GivenCreativeAsync(lead.UserAccountId, given, cancellationToken)
            : null;
        await attribution.CorrectAsync(
            lead.UserAccountId,
            lead.Id,
            command.ResetAttribution ? null : LeadAttribution.GivenTo(creative?.Id),
            cancellationToken
        );
    }
}
