using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

public sealed record CreativeView(Guid Id, string Title, Guid? DirectionId, IReadOnlyList<string> AdIds, DateTimeOffset CreatedAt)
{
    internal static CreativeView From(Creative creative) =>
        new(
            creative.Id.Value,
            creative.Title,
            creative.DirectionId?.Value,
            [.. creative.Ads.Select(ad => ad.AdId).Order(StringComparer.Ordinal)],
            creative.CreatedAt
        );
}

/// <summary>The account's creatives, newest first.</summary>
public sealed record GetCreativesQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<CreativeView>>;

internal sealed class GetCreativesHandler(IAppDbContext db) : IRequestHandler<GetCreativesQuery, Page<CreativeView>>
{
    public async Task<Page<CreativeView>> Handle(GetCreativesQuery query, CancellationToken cancellationToken)
    {
        var creatives = db.Creatives.AsNoTracking().Where(c => c.UserAccountId == query.Account);
        if (query.Page.After is { } after)
        {
            var last = new CreativeId(after.Id);
            creatives = creatives.Where(c => c.CreatedAt < after.At || (c.CreatedAt == after.At && c.Id < last));
        }

        var rows = await creatives
            .Include(c => c.Ads)
            .OrderByDescending(c => c.CreatedAt)
            .ThenByDescending(c => c.Id)
            .Take(query.Page.Size + 1)
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows.ConvertAll(CreativeView.From), c => new(c.CreatedAt, c.Id));
    }
}
