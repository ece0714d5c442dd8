using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Judges an account's creatives by the horizon of a cohort.</summary>
internal sealed class JudgementReader(IAppDbContext db, CohortReader cohorts, IJudgedLeads judgedLeads, IMoneyCounts money)
{
    /// <param name="shown">Creatives to name besides those with judged leads.</param>
    public async Task<Judgement> ReadAsync(Cohort cohort, IEnumerable<CreativeId> shown, CancellationToken cancellationToken)
    {
        var judged = await cohorts.AllJudgedAsync(cohort, cancellationToken);
        var counted = await judgedLeads.ByCreativeAsync(judged, cancellationToken);
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

    private Task<Dictionary<CreativeId, CreativeLabel>> LabelsAsync(
        UserAccountId account,
        HashSet<CreativeId> ids,
        CancellationToken cancellationToken
    )
    {
        var labels =
            from c in db.Creatives
            where c.UserAccountId == account && ids.Contains(c.Id)
            from d in db.Directions.Where(d => d.UserAccountId == c.UserAccountId && d.Id == c.DirectionId).DefaultIfEmpty()
            select new CreativeLabel(
                c.Id,
                c.Title,
                c.DirectionId,
                d == null ? null : new DirectionTargets(d.TargetCpql, d.TargetCac, d.TargetRomi)
            );
        return labels.ToDictionaryAsync(c => c.Id, cancellationToken);
    }
}

/// <summary>Verdicts on creatives and their targets, of the same leads.</summary>
internal sealed record Judgement(
    IReadOnlyDictionary<CreativeId, CreativeLabel> Creatives,
    JudgedCreatives Verdicts,
    JudgedTargets Targets
);

internal sealed record CreativeLabel(CreativeId Id, string Title, DirectionId? Direction, DirectionTargets? Targets);
