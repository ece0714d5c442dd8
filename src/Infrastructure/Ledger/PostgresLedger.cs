using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Matching;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>Opens deals in one round trip and writes what changed in another, however many deals there are.</summary>
internal sealed class PostgresLedger(AppDbContext db, ILeadAttribution attribution) : ILedger
{
    public async Task<LockedDeals> LockAsync(
        IReadOnlyCollection<DealKey> deals,
        IReadOnlyCollection<(UserAccountId Account, LeadId Lead)> taggedLeads,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        DealLoader.AddCommands(batch, deals, taggedLeads);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await DealLoader.ReadAsync(reader, cancellationToken);
    }

    public async Task ReleaseAdoptedAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken)
    {
        var adopted = deals.Where(deal => deal is { IsAdopted: true, Lead: not null }).ToList();
        if (adopted.Count == 0)
            return;
        await using var batch = db.CreateBatch();
        AdoptedLeadWriter.AddRelease(batch, adopted);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task WriteAsync(
        IReadOnlyCollection<DealChange> changes,
        bool areContactsRead,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        AdoptedLeadWriter.AddCommands(batch, changes);
        await NewLeadWriter.AddCommandsAsync(batch, attribution, changes, cancellationToken);
        HistoryWriter.AddCommands(batch, changes);
        LeadStatusWriter.AddCommands(batch, changes);
        MarkWriter.AddCommands(batch, changes);
        DealOutcomeWriter.AddCommands(batch, changes);
        if (!areContactsRead)
            MatchEnqueuer.AddCommands(batch, changes);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var word in await AdoptedLeadWriter.RemoveAsync(db, [.. changes.Where(c => c.IsTakenOver)], cancellationToken))
            await KeepAsync(word, cancellationToken);

        var undecided = changes.Where(c => c.After.Lead is not null && !c.IsAdopted && (c.IsLinked || c.HasNewMarks));
        foreach (var account in undecided.GroupBy(c => c.After.Key.Account, c => c.After.Lead!.Value))
            await attribution.DecideAsync(account.Key, [.. account], cancellationToken);
    }

    /// <summary>A person's word holds for the deal, whichever lead has it.</summary>
    private async Task KeepAsync(PersonsWord word, CancellationToken cancellationToken)
    {
        if (word.IsTest)
            await db
                .Leads.Where(l => l.UserAccountId == word.Account && l.Id == word.Lead)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.IsTest, true), cancellationToken);
        if (word.IsCorrected)
            await attribution.CorrectAsync(word.Account, word.Lead, LeadAttribution.GivenTo(word.Creative), cancellationToken);
    }
}
