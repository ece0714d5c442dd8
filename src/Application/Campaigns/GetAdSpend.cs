namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Ad spend of an account, the latest day first.</summary>
public sealed record GetAdSpendQuery(UserAccountId Account, AdSpendFilter Filter, PageRequest Page) : IRequest<Page<AdSpendView>>;

/// <param name="AdName">As the platform calls the ad; null where no file told.</param>
/// <param name="CreativeId">Null as long as the ad's creative is unknown.</param>
public sealed record AdSpendView(
    Guid Id,
    DateOnly Date,
    string? AdId,
    string? AdName,
    Guid? CreativeId,
    string? CreativeTitle,
    decimal Spend,
    string? Currency,
    long? Impressions,
    long? Clicks,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

internal sealed class GetAdSpendHandler(IAppDbContext db) : IRequestHandler<GetAdSpendQuery, Page<AdSpendView>>
{
    public async Task<Page<AdSpendView>> Handle(GetAdSpendQuery query, CancellationToken cancellationToken)
    {
        var spend = query.Filter.Apply(db, query.Account);
        if (query.Page.After is { } after)
        {
            var (day, last) = (DateOnly.FromDateTime(after.At.UtcDateTime), new Domain.Campaigns.AdSpendId(after.Id));
            spend = spend.Where(s => s.Date < day || (s.Date == day && s.Id < last));
        }

        var account = query.Account;
        var rows = await spend
            .OrderByDescending(s => s.Date)
            .ThenByDescending(s => s.Id)
            .Take(query.Page.Size + 1)
            .Select(s => new AdSpendView(
                s.Id.Value,
                s.Date,
                s.AdId,
                db.AdNames.Where(n => n.UserAccountId == account && n.AdId == s.AdId).Select(n => n.Name).FirstOrDefault(),
                s.CreativeId == null ? null : s.CreativeId.Value.Value,
                db.Creatives.Where(c => c.UserAccountId == account && c.Id == s.CreativeId).Select(c => c.Title).FirstOrDefault(),
                s.Spend,
                s.Currency,
                s.Impressions,
                s.Clicks,
                s.CreatedAt,
                s.UpdatedAt
            ))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows, s => new(new DateTimeOffset(s.Date, TimeOnly.MinValue, TimeSpan.Zero), s.Id));
    }
}
