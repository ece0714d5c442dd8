using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Analytics;

/// <summary>
/// Leads of each creative, and how many of them are qualified now. Counts leads that have a deal and are
/// not deleted. <c>From</c> and <c>To</c> bound the lead's creation: days in the account's time zone, both included.
/// </summary>
public sealed record GetQualificationStatsQuery(UserAccountId Account, Guid? DirectionId, DateOnly? From, DateOnly? To)
    : IRequest<QualificationStats>;

public sealed record QualificationStats(IReadOnlyList<CreativeQualification> Stats);

/// <param name="CreativeId"><c>unknown</c> gathers the leads that no creative is known for.</param>
/// <param name="QualificationRate">Whole percent, half up.</param>
public sealed record CreativeQualification(string CreativeId, long TotalLeads, long QualifiedLeads, int QualificationRate)
{
    public const string UnknownCreative = "unknown";

    /// <summary>The id of a creative as answers name it.</summary>
    internal static string IdOf(CreativeId? creative) => creative?.Value.ToString() ?? UnknownCreative;

    internal static CreativeQualification From(CreativeId? creative, long total, long qualified) =>
        new(IdOf(creative), total, qualified, (int)(((200 * qualified) + total) / (2 * total)));
}

internal sealed class GetQualificationStatsHandler(CohortReader cohorts, ICohortDays leads)
    : IRequestHandler<GetQualificationStatsQuery, QualificationStats>
{
    public async Task<QualificationStats> Handle(GetQualificationStatsQuery query, CancellationToken cancellationToken)
    {
        var filter = new CohortFilter(query.Account, query.From, query.To, query.DirectionId, Mode: QualificationMode.Current);
        var cohort = await cohorts.ReadAsync(filter, cancellationToken);
        var creatives = cohort.QualifiedByCreative(await leads.ReadAsync(cohort, LeadParts.None, cancellationToken));
        return new([.. creatives.Select(c => CreativeQualification.From(c.Creative, c.Leads, c.Qualified))]);
    }
}
