using AmoCrmQualification.Application.Analytics;
using AmoCrmQualification.Application.Reconciliation;
using AmoCrmQualification.Domain.Campaigns;
using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>The page behind a share link, without its figures.</summary>
public sealed record GetSharedPageQuery(ShareLink Link) : IRequest<SharedPage>;

/// <param name="Direction">Name of the direction that bounds it.</param>
/// <param name="Creative">Title of the creative that bounds it.</param>
/// <param name="Pipeline">Name of the pipeline that bounds it.</param>
public sealed record SharedPage(
    string Title,
    SharePage Page,
    ShareFilterView Filter,
    SharedAccount Account,
    string? Direction,
    string? Creative,
    string? Pipeline,
    SharedTrust Trust,
    DateTimeOffset? ExpiresAt
);

public sealed record SharedAccount(Guid Id, string Name, string? Currency, string TimeZone, int HorizonDays);

/// <summary>How far the figures can be trusted.</summary>
/// <param name="DataAsOf">Time up to which amoCRM's changes are known.</param>
/// <param name="Completeness">Percent of stage changes that webhooks reported in thirty days; null when none was expected.</param>
/// <param name="Leads">Leads of the filter.</param>
/// <param name="Linked">Those with a deal: the only ones counted.</param>
/// <param name="WithCreative">Those of them that a creative is known for.</param>
/// <param name="WithSpend">Those of them for whose creative spend is known.</param>
public sealed record SharedTrust(
    DateTimeOffset? DataAsOf,
    double? Completeness,
    long Leads,
    long Linked,
    long WithCreative,
    long WithSpend
);

internal sealed class GetSharedPageHandler(
    IAppDbContext db,
    CohortReader cohorts,
    ICohortDays leads,
    IMoneyCounts money,
    ICompletenessTotals completeness,
    IDataAges ages
) : IRequestHandler<GetSharedPageQuery, SharedPage>
{
    public async Task<SharedPage> Handle(GetSharedPageQuery query, CancellationToken cancellationToken)
    {
        var link = query.Link;
        var account = await db.AccountAsync(link.UserAccountId, cancellationToken);
        var filter = link.Filter;
        return new(
            link.Title,
            link.Page,
            ShareFilterView.Show(filter),
            new(account.Id.Value, account.Name, account.Currency, account.TimeZone, account.HorizonDays),
            filter.DirectionId is { } d
                ? await db
                    .Directions.Where(x => x.UserAccountId == account.Id && x.Id == new DirectionId(d))
                    .Select(x => x.Name)
                    .SingleOrDefaultAsync(cancellationToken)
                : null,
            filter.CreativeId is { } c
                ? await db
                    .Creatives.Where(x => x.UserAccountId == account.Id && x.Id == new CreativeId(c))
                    .Select(x => x.Title)
                    .SingleOrDefaultAsync(cancellationToken)
                : null,
            filter.PipelineId is { } p
                ? await db
                    .PipelineStages.Where(x => x.UserAccountId == account.Id && x.PipelineId == new AmoPipelineId(p))
                    .Select(x => x.PipelineName)
                    .FirstOrDefaultAsync(cancellationToken)
                : null,
            await TrustAsync(account, filter, cancellationToken),
            link.ExpiresAt
        );
    }

    private async Task<SharedTrust> TrustAsync(UserAccount account, ShareFilter filter, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.ReadAsync(
            new(account.Id, filter.From, filter.To, filter.DirectionId, filter.CreativeId?.ToString()),
            cancellationToken
        );
        var days = await leads.ReadAsync(cohort, LeadParts.None, cancellationToken);
        var (chosen, counted) = (days.Chosen(), cohort.QualifiedByCreative(days));
        var spent = (await money.SpendByCreativeAsync(cohort, cancellationToken)).Select(s => s.Creative).ToHashSet();
        var month = new AccountPeriod(account.Id, cohort.Now.AddDays(-30), cohort.Now);
        return new(
            await ages.ReadAsync(account.Id, cancellationToken),
            (await completeness.ReadAsync([month], cancellationToken))[0],
            chosen.Sum(count => count.Leads),
            counted.Sum(count => count.Leads),
            counted.Where(count => count.Creative is not null).Sum(count => count.Leads),
            counted.Where(count => count.Creative is not null && spent.Contains(count.Creative)).Sum(count => count.Leads)
        );
    }
}
