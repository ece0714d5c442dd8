using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Matching;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Opens deals in one round trip and writes what changed in another, however many deals there are.</summary>
internal sealed class PostgresLedger(AppDbContext db) : ILedger
{
    public async Task<LockedDeals> LockAsync(IReadOnlyCollection<DealKey> deals, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        DealLoader.AddCommands(batch, deals);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await DealLoader.ReadAsync(reader, cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyCollection<DealChange> changes, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        HistoryWriter.AddCommands(batch, changes);
        LeadStatusWriter.AddCommands(batch, changes);
        DealOutcomeWriter.AddCommands(batch, changes);
        MatchEnqueuer.AddCommands(batch, changes);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
