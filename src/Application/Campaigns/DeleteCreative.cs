using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Deletes a creative that brought nothing and cost nothing; any other is archived, and keeps its figures.</summary>
public sealed record DeleteCreativeCommand(Guid Creative) : IRequest;

internal sealed class DeleteCreativeHandler(IAppDbContext db, ILocks locks) : IRequestHandler<DeleteCreativeCommand, Unit>
{
    public async Task<Unit> Handle(DeleteCreativeCommand command, CancellationToken cancellationToken)
    {
        var creative = await db.NamedCreativeAsync(command.Creative, cancellationToken);
        var account = creative.UserAccountId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(account, cancellationToken); // no lead of it comes in between
        if (await IsUsedAsync(creative, cancellationToken))
            creative.Archive(isArchived: true);
        else
        {
            db.CreativeMarks.RemoveRange(await db.MarksOfAsync(creative, cancellationToken));
            db.Creatives.Remove(creative);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Unit.Value;
    }

    private async Task<bool> IsUsedAsync(Creative creative, CancellationToken cancellationToken)
    {
        var ads = creative.Ads.Select(ad => ad.AdId).ToList();
        return await db.Leads.AnyAsync(
                l => l.UserAccountId == creative.UserAccountId && l.CreativeId == creative.Id,
                cancellationToken
            )
            || await db.AdSpend.AnyAsync(
                s => s.UserAccountId == creative.UserAccountId && (s.CreativeId == creative.Id || ads.Contains(s.AdId!)),
                cancellationToken
            );
    }
}
