using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Runs;

namespace AmoCrmQualification.Application.Pipelines;

/// <summary>Takes over the pipelines and stages of amoCRM while the caller waits: first for the account's run lease, then for amoCRM.</summary>
public sealed record SyncPipelinesCommand(UserAccountId Account) : IRequest<SyncedPipelines>;

/// <param name="Synced">Stages received and stored.</param>
public sealed record SyncedPipelines(bool Success, int Synced, int Pipelines);

internal sealed class SyncPipelinesHandler(IAppDbContext db, IRuns runs, PipelineSync pipelines)
    : IRequestHandler<SyncPipelinesCommand, SyncedPipelines>
{
    public async Task<SyncedPipelines> Handle(SyncPipelinesCommand command, CancellationToken cancellationToken)
    {
        await db.RequireConnectionAsync(command.Account, cancellationToken);
        await using var lease = await runs.StartAsync(RunKind.Pipelines, command.Account, cancellationToken);
        try
        {
            return await pipelines.RunAsync(lease, cancellationToken);
        }
        catch (AmoCallException e)
        {
            // The caller is told, and asks again if it likes. A run whose caller went away is done all the same.
            await runs.FailAsync(lease, RunErrors.From(e), CancellationToken.None);
            throw;
        }
    }
}
