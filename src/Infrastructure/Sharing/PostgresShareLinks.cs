using AmoCrmQualification.Application.Sharing;
using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Infrastructure.Sharing;

/// <summary>Nobody is known yet while a link says who asks: the tenant filter would hide all.</summary>
internal sealed class PostgresShareLinks(AppDbContext db, TimeProvider clock) : IShareLinks
{
    public Task<ShareLink?> FindAsync(byte[] tokenHash, CancellationToken cancellationToken) =>
        Open().SingleOrDefaultAsync(l => l.TokenHash == tokenHash, cancellationToken);

    public Task<ShareLink?> FindAsync(ShareLinkId id, CancellationToken cancellationToken) =>
        Open().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);

    private IQueryable<ShareLink> Open()
    {
        var now = clock.GetUtcNow();
        return db.ShareLinks.IgnoreQueryFilters().AsNoTracking().Where(l => l.ExpiresAt == null || l.ExpiresAt > now);
    }
}
