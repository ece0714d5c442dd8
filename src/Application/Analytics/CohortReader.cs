using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>Makes the cohort that a filter asks for.</summary>
public sealed class CohortReader(IAppDbContext db, IJudgedLeads judgedLeads, TimeProvider clock)
{
    public async Task<Cohort> ReadAsync(CohortFilter filter, CancellationToken cancellationToken)
    {
        Period.Check(filter.From, filter.To);
        var isUnknown = filter.CreativeId is CreativeQualification.UnknownCreative;
        var creative = isUnknown ? null : CreativeOf(filter.CreativeId);
        var account = await db.AccountAsync(filter.Account, cancellationToken);
        var cohort = Cohort.From(account, filter.From, filter.To, clock.GetUtcNow()) with
        {
            Direction = filter.DirectionId is { } direction ? new(direction) : null,
            Creative = creative,
            WithoutCreative = isUnknown,
            Mode = filter.Mode ?? (filter.Days is null ? QualificationMode.Ever : QualificationMode.Within),
            Days = filter.Days ?? 0,
        };
        return cohort.Mode == QualificationMode.Judged ? await JudgedAsync(cohort, cancellationToken) : cohort;
    }

    private async Task<Cohort> JudgedAsync(Cohort cohort, CancellationToken cancellationToken)
    {
        var judged = cohort.Judged();
        return judged with { Repeats = await judgedLeads.RepeatsAsync(judged, cancellationToken) };
    }

    private static CreativeId? CreativeOf(string? id) =>
        id is null ? null
        : Guid.TryParse(id, out var creative) ? new(creative)
        : throw new DomainException(
            Refusal.Invalid("creativeId", Reasons.IdInvalid, "A creative is named by its id, or unknown.")
        );
}
