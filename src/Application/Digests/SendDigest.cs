using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Sends a digest now, out of turn.</summary>
public sealed record SendDigestCommand(Guid Digest) : IRequest<DigestView>;

internal sealed class SendDigestHandler(IAppDbContext db, DigestWriter writer, IDigestQueue queue, DigestViewer viewer)
    : IRequestHandler<SendDigestCommand, DigestView>
{
    public async Task<DigestView> Handle(SendDigestCommand command, CancellationToken cancellationToken)
    {
        var digest = await db.DigestAsync(command.Digest, cancellationToken);
        digest.CheckSent();
        var (message, told) = await writer.WriteAsync(digest, DigestMessageKind.Manual, cancellationToken);
        db.DigestMessages.Add(message);
        digest.Tell(told);
        await db.SaveChangesAsync(cancellationToken);
        await queue.WakeAsync(cancellationToken);
        return await viewer.ShowAsync(digest, cancellationToken);
    }
}
