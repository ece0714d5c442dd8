using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Ad spend of an account, the latest day first. <c>From</c> and <c>To</c> are days, both included.</summary>
public sealed record GetAdSpendQuery(UserAccountId Account, Guid? CreativeId, DateOnly? From, DateOnly? To, PageRequest Page)
    : IRequest<Page<AdSpendView>>;

/// <param name="CreativeId">Null as long as the ad's creative is unknown.</param>
public sealed record AdSpendView(
    Guid Id,
    DateOnly Date,
    string? AdId,
    Guid? CreativeId,
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
        if (query.From > query.To)
            throw new DomainException(Refusal.Invalid("to", Reasons.PeriodInverted, "A period must not end before it starts."));

        var spend = Filter(db.AdSpend.Where(s => s.UserAccountId == query.Account), query);
        if (query.Page.After is { } after)
        {
            var (day, last) = (DateOnly.FromDateTime(after.At.UtcDateTime), new AdSpendId(after.Id));
            spend = spend.Where(s => s.Date < day || (s.Date == day && s.Id < last));
        }

        var rows = await spend
            .OrderByDescending(s => s.Date)
            .ThenByDescending(s => s.Id)
            .Take(query.Page.Size + 1)
            .Select(s => new AdSpendView(
                s.Id.Value,
                s.Date,
                s.AdId,
                s.CreativeId == null ? null : s.CreativeId.Value.Value,
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

    private static IQueryable<AdSpend> Filter(IQueryable<AdSpend> spend, GetAdSpendQuery query)
    {
        if (query.CreativeId is { } c)
        {
            var creative = new CreativeId(c);
            spend = spend.Where(s => s.CreativeId == creative);
        }

        if (query.From is { } from)
            spend = spend.Where(s => s.Date >= from);
        if (query.To is { } to)
            spend = spend.Where(s => s.Date <= to);
        return spend;
    }
}
