using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>The share links of an account, newest first.</summary>
public sealed record GetShareLinksQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<ShareLinkView>>;

/// <summary>Revokes a share link at once: links are never cached.</summary>
public sealed record RevokeShareLinkCommand(Guid Link) : IRequest;

internal sealed class GetShareLinksHandler(IAppDbContext db, TimeProvider clock)
    : IRequestHandler<GetShareLinksQuery, Page<ShareLinkView>>
{
    public async Task<Page<ShareLinkView>> Handle(GetShareLinksQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var links = await db
            .ShareLinks.AsNoTracking()
            .Where(l => l.UserAccountId == query.Account)
            .NewestFirst(query.Page, l => l.CreatedAt, l => l.Id, id => new(id))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(
            links.ConvertAll(link => new ShareLinkView(
                link.Id.Value,
                link.Title,
                link.Page,
                ShareFilterView.Show(link.Filter),
                link.PasswordHash is not null,
                HideContacts: true,
                link.ExpiresAt,
                link.ExpiresAt <= now,
                link.CreatedAt
            )),
            link => new(link.CreatedAt, link.Id)
        );
    }
}

internal sealed class RevokeShareLinkHandler(IAppDbContext db) : IRequestHandler<RevokeShareLinkCommand, Unit>
{
    public async Task<Unit> Handle(RevokeShareLinkCommand command, CancellationToken cancellationToken)
    {
        var id = new ShareLinkId(command.Link);
        return await db.ShareLinks.Where(l => l.Id == id).ExecuteDeleteAsync(cancellationToken) == 0
            ? throw new DomainException(Refusal.NotFound(Reasons.ShareLinkUnknown, "share link"))
            : Unit.Value;
    }
}
