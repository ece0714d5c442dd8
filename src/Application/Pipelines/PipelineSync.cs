using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Runs;
using AmoCrmQualification.Domain.Pipelines;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>A run that takes over the pipelines and stages of amoCRM, all or nothing. Marks that people set survive.</summary>
internal sealed class PipelineSync(
    IAppDbContext db,
    IAmoPipelines amo,
    ILocks locks,
    IQualification qualification,
    IRuns runs,
    TimeProvider clock
) : IRunStep
{
    public IReadOnlyCollection<RunKind> Kinds { get; } = [RunKind.Pipelines];

    public async Task<bool> StepAsync(RunLease lease, CancellationToken cancellationToken)
    {
        await RunAsync(lease, cancellationToken);
        return true;
    }

    public async Task<SyncedPipelines> RunAsync(RunLease lease, CancellationToken cancellationToken)
    {
        // Read only when the lease is ours: an answer that waited could overwrite a newer one.
        var received = await amo.GetAsync(lease.Account, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await locks.AcquireExclusiveAsync(lease.Account, cancellationToken);
        var (firstSeen, archived) = await StoreAsync(lease.Account, received, cancellationToken);
        await qualification.RecalculateAsync(lease.Account, firstSeen, cancellationToken);
        var stages = received.Stages.Count;
        await runs.FinishAsync(
            lease,
            new(stages, stages, firstSeen.Count + archived, received.Skipped.Count, Cursor: null, Warning: null),
            coveredUntil: null,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return new(Success: true, stages, received.Pipelines);
    }

    private async Task<(IReadOnlyCollection<Stage> FirstSeen, int Archived)> StoreAsync(
        UserAccountId account,
        AmoPipelines received,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var known = await db
            .PipelineStages.Where(s => s.UserAccountId == account)
            .ToDictionaryAsync(s => s.Stage, cancellationToken);
        var firstSeen = new List<Stage>();
        foreach (var seen in received.Stages)
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

        var gone = known.Values.Where(stage => received.IsGone(stage.Stage)).ToList();
        var archived = gone.Count(stage => !stage.IsArchived);
        var siblings = received.Stages.DistinctBy(s => s.Stage.Pipeline).ToDictionary(s => s.Stage.Pipeline);
        foreach (var stage in gone)
            stage.Archive(now, siblings.GetValueOrDefault(stage.PipelineId));
        await db.SaveChangesAsync(cancellationToken);
        return (firstSeen, archived);
    }
}
