using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Judges an account's creatives by the horizon of a cohort.</summary>
internal sealed class JudgementReader(IAppDbContext db, ICohortDays leads, IMoneyCounts money)
{
    /// <param name="shown">Creatives to name besides those with judged leads.</param>
    public async Task<Judgement> ReadAsync(Cohort cohort, IEnumerable<CreativeId> shown, CancellationToken cancellationToken)
    {
        var judged = cohort.JudgedOfAll();
        var counted = await leads.JudgeAsync(judged, cancellationToken);
        var creatives = await LabelsAsync(
            cohort.Account,
            counted.Select(c => c.Creative).Concat(shown).ToHashSet(),
            cancellationToken
        );
        return new(
            creatives,
            JudgedCreatives.From(judged, counted, creatives),
            new(judged, counted, await money.SpendByCreativeAsync(judged, cancellationToken))
        );
    }

    /// <summary>Returns the judged creatives of many accounts.</summary>
    public async Task<ILookup<UserAccountId, CreativeLabel>> LabelsAsync(
        IReadOnlyCollection<AccountJudged> judged,
        CancellationToken cancellationToken
    )
    {
        var accounts = judged.Select(own => own.Judged.Account).ToList();
        var ids = judged.SelectMany(own => own.Creatives).Select(c => c.Creative).ToHashSet();
        var labels = await Labels(db.Creatives.Where(c => accounts.Contains(c.UserAccountId) && ids.Contains(c.Id)))
            .AcrossAccounts("creatives of the accounts on a page")
            .ToListAsync(cancellationToken);
        return labels.ToLookup(label => label.Account);
    }

    private Task<Dictionary<CreativeId, CreativeLabel>> LabelsAsync(
        UserAccountId account,
        HashSet<CreativeId> ids,
        CancellationToken cancellationToken
    ) =>
        Labels(db.Creatives.Where(c => c.UserAccountId == account && ids.Contains(c.Id)))
            .ToDictionaryAsync(c => c.Id, cancellationToken);

    private IQueryable<CreativeLabel> Labels(IQueryable<Creative> creatives) =>
        from c in creatives
        from d in db.Directions.Where(d => d.UserAccountId == c.UserAccountId && d.Id == c.DirectionId).DefaultIfEmpty()
        select new CreativeLabel(
            c.UserAccountId,
            c.Id,
            c.Title,
            c.DirectionId,
            d == null ? null : new DirectionTargets(d.TargetCpql, d.TargetCac, d.TargetRomi)
        );
}

/// <summary>Verdicts on creatives and their targets, of the same leads.</summary>
internal sealed record Judgement(
    IReadOnlyDictionary<CreativeId, CreativeLabel> Creatives,
    JudgedCreatives Verdicts,
    JudgedTargets Targets
);

internal sealed record CreativeLabel(
    UserAccountId Account,
    CreativeId Id,
    string Title,
    DirectionId? Direction,
    DirectionTargets? Targets
);
