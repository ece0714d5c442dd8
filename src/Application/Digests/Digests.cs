using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>The digests of an account, newest first.</summary>
public sealed record GetDigestsQuery(UserAccountId Account, PageRequest Page) : IRequest<Page<DigestView>>;

/// <summary>Deletes a digest with its messages.</summary>
public sealed record DeleteDigestCommand(Guid Digest) : IRequest;

internal sealed class GetDigestsHandler(IAppDbContext db, DigestViewer viewer)
    : IRequestHandler<GetDigestsQuery, Page<DigestView>>
{
    public async Task<Page<DigestView>> Handle(GetDigestsQuery query, CancellationToken cancellationToken)
    {
        var digests = await db
            .Digests.AsNoTracking()
            .Where(d => d.UserAccountId == query.Account)
            .NewestFirst(query.Page, d => d.CreatedAt, d => d.Id, id => new(id))
            .ToListAsync(cancellationToken);
        return query.Page.Cut(await viewer.ShowAsync(digests, cancellationToken), digest => new(digest.CreatedAt, digest.Id));
    }
}

internal sealed class DeleteDigestHandler(IAppDbContext db) : IRequestHandler<DeleteDigestCommand, Unit>
{
    public async Task<Unit> Handle(DeleteDigestCommand command, CancellationToken cancellationToken)
    {
        var digest = await db.DigestAsync(command.Digest, cancellationToken);
        await db
            .Digests.Where(d => d.UserAccountId == digest.UserAccountId && d.Id == digest.Id)
            .ExecuteDeleteAsync(cancellationToken);
        return Unit.Value;
    }
}

internal static class DigestLookup
{
    public static async Task<Digest> DigestAsync(this IAppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Digests.SingleOrDefaultAsync(d => d.Id == new DigestId(id), cancellationToken) ?? throw Unknown();

    public static DomainException Unknown() => new(Refusal.NotFound(Reasons.DigestUnknown, "digest"));
}
