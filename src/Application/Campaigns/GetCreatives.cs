using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Application.Campaigns;

/// <param name="Marks">Marks by which leads are known to be its own.</param>
/// <param name="IsArchived">No longer advertised.</param>
public sealed record CreativeView(
    Guid Id,
    string Title,
    Guid? DirectionId,
    IReadOnlyList<string> AdIds,
    IReadOnlyList<CreativeMarkView> Marks,
    string? Platform,
    string? PreviewUrl,
    bool IsArchived,
    DateTimeOffset CreatedAt
)
{
    internal static CreativeView From(Creative creative, IEnumerable<CreativeMark> marks) =>
        new(
            creative.Id.Value,
            creative.Title,
            creative.DirectionId?.Value,
            [.. creative.Ads.Select(ad => ad.AdId).Order(StringComparer.Ordinal)],
            [
                .. marks
                    .OrderBy(mark => mark.Code, StringComparer.Ordinal)
                    .ThenBy(mark => mark.FoldedValue, StringComparer.Ordinal)
                    .Select(mark => new CreativeMarkView(mark.Code, mark.Value)),
            ],
            creative.Platform,
            creative.PreviewUrl,
            creative.IsArchived,
            creative.CreatedAt
        );
}

/// <param name="Code">As of a lead's mark: <c>utm_content</c>, <c>field:{id}</c>.</param>
public sealed record CreativeMarkView(string Code, string Value);

internal static class CreativeMarks
{
    public static async Task<IReadOnlyList<CreativeMark>> MarksOfAsync(
        this IAppDbContext db,
        Creative creative,
        CancellationToken cancellationToken
    ) =>
        await db
            .CreativeMarks.Where(m => m.UserAccountId == creative.UserAccountId && m.CreativeId == creative.Id)
            .ToListAsync(cancellationToken);
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
            .Include(c => c.Ads.Where(ad => ad.UserAccountId == query.Account))
            .NewestFirst(query.Page, c => c.CreatedAt, c => c.Id, id => new(id))
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(c => c.Id);
        var marks = await db
            .CreativeMarks.AsNoTracking()
            .Where(m => m.UserAccountId == query.Account && ids.Contains(m.CreativeId))
            .ToListAsync(cancellationToken);
        var ofCreative = marks.ToLookup(m => m.CreativeId);
        return query.Page.Cut(rows.ConvertAll(c => CreativeView.From(c, ofCreative[c.Id])), c => new(c.CreatedAt, c.Id));
    }
}
