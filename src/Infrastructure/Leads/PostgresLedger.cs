using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Infrastructure.Matching;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>Opens deals in one round trip and writes what changed in another, however many deals there are.</summary>
internal sealed class PostgresLedger(AppDbContext db) : ILedger
{
    public async Task<LedgerPages> OpenAsync(IReadOnlyCollection<DealKey> deals, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        LedgerReading.AddCommands(batch, deals);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await LedgerReading.ReadAsync(reader, cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyCollection<DealChange> changes, CancellationToken cancellationToken)
    {
        await using var batch = db.CreateBatch();
        HistoryWriting.AddCommands(batch, changes);
        LeadStatusWriter.AddCommands(batch, changes);
        ClosureWriting.AddCommands(batch, changes);
        MatchAsking.AddCommands(batch, changes);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
