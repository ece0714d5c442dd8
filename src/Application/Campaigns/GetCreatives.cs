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
        var rows = await db
            .Creatives.AsNoTracking()
            .Where(c => c.UserAccountId == query.Account)
            .Include(c => c.Ads)
            .NewestFirst(query.Page, c => c.CreatedAt, c => c.Id, id => new(id))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(rows.ConvertAll(CreativeView.From), c => new(c.CreatedAt, c.Id));
    }
}
