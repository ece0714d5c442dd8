using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Messages of a digest that wait.</summary>
internal sealed class PendingMessages(IAppDbContext db)
{
    /// <summary>Drops them: nobody wants them once the digest is paused.</summary>
    public Task DropAsync(Digest digest, CancellationToken cancellationToken) =>
        db
            .DigestMessages.Where(m =>
                m.UserAccountId == digest.UserAccountId && m.DigestId == digest.Id && m.State == DigestMessageState.Pending
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(m => m.State, DigestMessageState.Failed).SetProperty(m => m.Error, "The digest was paused."),
                cancellationToken
            );
}
