using AmoCrmQualification.Application.Attribution;
using AmoCrmQualification.Application.Ledger;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;
using AmoCrmQualification.Domain.Ledger;
using AmoCrmQualification.Infrastructure.Matching;

namespace AmoCrmQualification.Infrastructure.Ledger;

/// <summary>
/// Opens deals in one round trip and writes what changed in another, however many deals there are. Each statement is of one account,
/// so that one machine runs it where accounts are spread over several.
/// </summary>
internal sealed class PostgresLedger(AppDbContext db, ILeadAttribution attribution) : ILedger
{
    public async Task<LockedDeals> LockAsync(
        IReadOnlyCollection<DealKey> deals,
        IReadOnlyCollection<(UserAccountId Account, LeadId Lead)> taggedLeads,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        // In the order of the keys, as everybody locks deals, so that nobody waits in a circle.
        var accounts = deals.Select(d => d.Account).Distinct().OrderBy(account => account.Value).ToList();
        DealLoader.AddLocks(batch, accounts);
        var ofAccount = deals.ToLookup(d => d.Account, d => d.Deal);
        var named = taggedLeads.ToLookup(t => t.Account, t => t.Lead);
        foreach (var account in accounts)
            DealLoader.AddCommands(batch, account, [.. ofAccount[account]], [.. named[account]]);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await LockedDealsReader.ReadAsync(reader, accounts, cancellationToken);
    }

    public async Task ReleaseAdoptedAsync(IReadOnlyCollection<Deal> deals, CancellationToken cancellationToken)
    {
        var adopted = deals.Where(deal => deal is { IsAdopted: true, Lead: not null }).ToList();
        if (adopted.Count == 0)
            return;
        await using var batch = db.CreateBatch();
        foreach (var account in adopted.GroupBy(deal => deal.Key.Account))
            AdoptedLeadWriter.AddRelease(batch, account.Key, [.. account]);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task WriteAsync(
        IReadOnlyCollection<DealChange> changes,
        bool areContactsRead,
        CancellationToken cancellationToken
    )
    {
        await using var batch = db.CreateBatch();
        foreach (var account in changes.GroupBy(c => c.After.Key.Account).OrderBy(own => own.Key.Value))
            await AddCommandsAsync(batch, account.Key, [.. account], areContactsRead, cancellationToken);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
        foreach (var word in await AdoptedLeadWriter.RemoveAsync(db, [.. changes.Where(c => c.IsTakenOver)], cancellationToken))
            await KeepAsync(word, cancellationToken);

        var undecided = changes.Where(c => c.After.Lead is not null && !c.IsAdopted && (c.IsLinked || c.HasNewMarks));
        foreach (var account in undecided.GroupBy(c => c.After.Key.Account, c => c.After.Lead!.Value))
            await attribution.DecideAsync(account.Key, [.. account], cancellationToken);
    }

    private async Task AddCommandsAsync(
        NpgsqlBatch batch,
        UserAccountId account,
        IReadOnlyList<DealChange> changes,
        bool areContactsRead,
        CancellationToken cancellationToken
    )
    {
        AdoptedLeadWriter.AddCommands(batch, account, changes);
        await NewLeadWriter.AddCommandsAsync(batch, attribution, account, changes, cancellationToken);
        HistoryWriter.AddCommands(batch, account, changes);
        LeadStatusWriter.AddCommands(batch, account, changes);
        MarkWriter.AddCommands(batch, account, changes);
        DealOutcomeWriter.AddCommands(batch, account, changes);
        if (!areContactsRead)
            MatchEnqueuer.AddCommands(batch, account, changes);
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
