using AmoCrmQualification.Domain.Analytics;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>How the evidence behind the verdict on a creative grew, day by day.</summary>
public sealed record GetEvidenceQuery(UserAccountId Account, CreativeId Creative) : IRequest<EvidenceFigures>;

/// <param name="Days">
/// From the first judged day of the creative; days on which nobody of its direction had judged leads are missing. Empty where
/// it has none, or no direction.
/// </param>
/// <param name="DecidesAtLn">
/// The line that decides today: <c>ln_evidence</c> from which the verdict is <c>better</c> or <c>worse</c>, as the others of the
/// direction stand. Null where there is nothing to compare with.
/// </param>
public sealed record EvidenceFigures(IReadOnlyList<EvidencePoint> Days, double? DecidesAtLn);

/// <param name="Date">Day of the leads' creation.</param>
/// <param name="Leads">Judged leads of the creative on this day.</param>
/// <param name="OthersLeads">Judged leads of the others in its direction.</param>
/// <param name="LnEvidence">After this day and all before; of the last day that of the verdict.</param>
/// <param name="IsHigher">True where the evidence speaks for a higher rate than the others'.</param>
public sealed record EvidencePoint(
    DateOnly Date,
    long Leads,
    long Qualified,
    long OthersLeads,
    long OthersQualified,
    double LnEvidence,
    bool IsHigher
)
{
    internal static EvidencePoint From(EvidenceDay day) =>
        new(
            day.Own.Day,
            day.Own.Leads,
            day.Own.Qualified,
            day.Others.Leads,
            day.Others.Qualified,
            Math.Round(day.Evidence.Ln, 4),
            day.Evidence.IsHigher
        );
}

internal sealed class GetEvidenceHandler(IAppDbContext db, CohortReader cohorts, ICohortDays leads)
    : IRequestHandler<GetEvidenceQuery, EvidenceFigures>
{
    public async Task<EvidenceFigures> Handle(GetEvidenceQuery query, CancellationToken cancellationToken)
    {
        var creatives = db.Creatives.Where(c => c.UserAccountId == query.Account);
        var creative =
            await creatives
                .Where(c => c.Id == query.Creative)
                .Select(c => new { c.DirectionId })
                .SingleOrDefaultAsync(cancellationToken)
            ?? throw new DomainException(Refusal.NotFound(Reasons.CreativeUnknown, "creative"));
        var rivals = creative.DirectionId is { } direction
            ? await creatives.Where(c => c.DirectionId == direction).Select(c => c.Id).ToListAsync(cancellationToken)
            : [];
        var cohort = await cohorts.ReadAsync(new(query.Account), cancellationToken);
        var judged = await leads.JudgeAsync(cohort.JudgedOfAll(), cancellationToken);
        var path = EvidencePath.From([.. judged.IntersectBy(rivals, c => c.Creative)], query.Creative);
        return new([.. path.Days.Select(EvidencePoint.From)], path.DecidesAtLn is { } line ? Math.Round(line, 4) : null);
    }
}
