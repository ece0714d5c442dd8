using AmoCrmQualification.Domain.Analytics;

namespace AmoCrmQualification.Application.Analytics;

/// <param name="CreativeId"><c>unknown</c> gathers the leads that no creative is known for, and spend of ads unknown so far.</param>
/// <param name="People">Persons behind these leads: by phone, without one by e-mail.</param>
/// <param name="QualifiedNow">Of the total: in a flagged stage now, whatever the mode.</param>
/// <param name="QualifiedEver">Of the total: ever in a flagged stage, whatever the mode.</param>
/// <param name="ShrunkRate">Percent: the rate of the judged leads, pulled towards the others' the more the fewer there are.</param>
/// <param name="PBest">Probability that it has the highest rate of its direction, 0–1, by judged leads.</param>
/// <param name="Verdict">Against the others of its direction at equal age, on equal days; it depends on no period and no mode.</param>
/// <param name="Evidence">
/// Of a difference to the others, at most a million: 1 says nothing. A verdict needs twenty times the number of creatives, less where several are decided.
/// </param>
/// <param name="LnEvidence">Natural logarithm of the evidence, not limited.</param>
/// <param name="Judged">Of the judged leads; its interval holds however often it is looked at.</param>
/// <param name="JudgedOthers">Of the judged leads of the others in its direction.</param>
/// <param name="HorizonDays">Days a lead has to qualify before it is judged.</param>
/// <param name="JudgedUntil">The last day whose leads are judged.</param>
/// <param name="LeadsNeeded">Judged leads still wanting to tell one and a half times the others' rate; null when nothing is judged.</param>
/// <param name="Advice">From the verdict and the targets together; null without a creative.</param>
/// <param name="Conversion">Of the qualified leads those that bought.</param>
/// <param name="Revenue">Of the paid sales of these leads, whenever closed. Amounts in another currency than the row's are null.</param>
/// <param name="SpendByCurrency">The spend of the row in each currency it was reported in.</param>
/// <param name="SpendDays">
/// Days of the period, of <c>Days</c>, that have spend of this creative. CPL, CPQL, CAC and ROMI are of the leads of these days
/// alone: <c>LeadsWithSpend</c>, of them <c>QualifiedWithSpend</c> and <c>WonWithSpend</c>.
/// </param>
/// <param name="SpendOldEnough">
/// The spend that CPQL divides by <c>QualifiedWithSpend</c>: with mode within, both are of the days all of whose leads are old
/// enough; else it is all spend.
/// </param>
/// <param name="WonWithoutAmount">Won leads whose sale has no known amount; the revenue is null with any.</param>
/// <param name="MatureShare">Percent of the leads that have had their time to qualify.</param>
/// <param name="DeletedLeads">Leads of the filter whose deal was deleted; not among the total.</param>
/// <param name="TestLeads">Leads of the filter marked as tests, not deleted; not among the total.</param>
public sealed record CreativeRow(
    string CreativeId,
    string? Title,
    Guid? DirectionId,
    long TotalLeads,
    long People,
    long QualifiedLeads,
    long QualifiedNow,
    long QualifiedEver,
    RateView Qualification,
    double? ShrunkRate,
    double? PBest,
    Verdict Verdict,
    double Evidence,
    double LnEvidence,
    long JudgedLeads,
    long JudgedQualified,
    RateView Judged,
    RateView JudgedOthers,
    int HorizonDays,
    DateOnly JudgedUntil,
    long? LeadsNeeded,
    TargetsView Targets,
    AdviceView? Advice,
    long WonDeals,
    RateView Conversion,
    decimal? Revenue,
    string? Currency,
    decimal? Spend,
    IReadOnlyList<MoneyView> SpendByCurrency,
    int SpendDays,
    int Days,
    long LeadsWithSpend,
    long QualifiedWithSpend,
    long WonWithSpend,
    decimal? SpendOldEnough,
    decimal? RevenueWithSpend,
    long WonWithoutAmount,
    decimal? Cpl,
    decimal? Cpql,
    decimal? Cac,
    double? Romi,
    double? MatureShare,
    long DeletedLeads,
    long TestLeads
)
{
    internal bool IsKnown => CreativeId is not CreativeQualification.UnknownCreative;
}
