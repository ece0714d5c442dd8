using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Ends a digest for the person who gets it, by the link in its e-mails. Repeating it changes nothing.</summary>
public sealed record UnsubscribeCommand(string Code) : IRequest;

internal sealed class UnsubscribeHandler(IAppDbContext db, ICaller caller, IDigestQueue queue)
    : IRequestHandler<UnsubscribeCommand, Unit>
{
    public async Task<Unit> Handle(UnsubscribeCommand command, CancellationToken cancellationToken)
    {
        var code = DigestCode.Parse(command.Code) ?? throw DigestLookup.Unknown();
        caller.ActFor(code.Account);
        var digest = await db.Digests.SingleOrDefaultAsync(
            d => d.UserAccountId == code.Account && d.Id == code.Digest,
            cancellationToken
        );
        if (digest is null || !code.Names(digest))
            throw DigestLookup.Unknown();
        digest.Stop(DigestPause.Unsubscribed);
        await queue.DropPausedAsync(digest, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
