using AmoCrmQualification.Application.Common;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Domain.Pipelines;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Takes over the pipelines and stages of amoCRM, all or nothing. Marks that people set survive.</summary>
public sealed record SyncPipelinesCommand(UserAccountId Account) : IRequest<SyncedPipelines>;

/// <param name="Synced">Stages received and stored.</param>
public sealed record SyncedPipelines(bool Success, int Synced, int Pipelines);

internal sealed class SyncPipelinesHandler(
    IAppDbContext db,
    IAmoPipelines amo,
    IAccountLock accounts,
    IQualification qualification,
    TimeProvider clock
) : IRequestHandler<SyncPipelinesCommand, SyncedPipelines>
{
    public async Task<SyncedPipelines> Handle(SyncPipelinesCommand command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Asked only when it is our turn: an answer that waited could overwrite a newer one.
        await accounts.TakeRunAsync(command.Account, cancellationToken);
        var received = await amo.GetAsync(command.Account, cancellationToken);
        await accounts.TakeAloneAsync(command.Account, cancellationToken);

        var firstSeen = await StoreAsync(command.Account, received.Stages, cancellationToken);
        await qualification.RecalculateAsync(command.Account, firstSeen, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(Success: true, received.Stages.Count, received.Pipelines);
    }

    private async Task<IReadOnlyCollection<Stage>> StoreAsync(
        UserAccountId account,
        IReadOnlyList<StageDescription> received,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var known = await db
            .PipelineStages.Where(s => s.UserAccountId == account)
            .ToDictionaryAsync(s => s.Stage, cancellationToken);
        var firstSeen = new List<Stage>();
        foreach (var seen in received)
        {
            if (known.Remove(seen.Stage, out var stage))
            {
                stage.Describe(seen, now);
            }
            else
            {
                db.PipelineStages.Add(PipelineStage.FirstSeen(account, seen, now));
                firstSeen.Add(seen.Stage);
            }
        }

        var siblings = received.DistinctBy(s => s.Stage.Pipeline).ToDictionary(s => s.Stage.Pipeline);
        foreach (var gone in known.Values)
            gone.Archive(now, siblings.GetValueOrDefault(gone.PipelineId));
        await db.SaveChangesAsync(cancellationToken);
        return firstSeen;
    }
}
