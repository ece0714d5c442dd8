using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Messages that wait to be sent. They are written in the transaction that caused them.</summary>
public interface IDigestQueue
{
    /// <summary>Claims the message that is due the longest; null when none is. A claim that its sender did not settle runs out.</summary>
    Task<ClaimedMessage?> ClaimAsync(DigestChannel channel, CancellationToken cancellationToken);

    Task CompleteAsync(ClaimedMessage message, CancellationToken cancellationToken);

    Task RescheduleAsync(ClaimedMessage message, TimeSpan delay, string why, bool isAttempt, CancellationToken cancellationToken);

    /// <summary>Gives a message up; with a pause, the digest too and all that waits of it.</summary>
    Task FailAsync(ClaimedMessage message, DigestPause? pause, string why, CancellationToken cancellationToken);

    /// <summary>Drops the messages of a paused digest that wait: nobody wants them any more.</summary>
    Task DropAsync(UserAccountId account, DigestId digest, string why, CancellationToken cancellationToken);

    /// <summary>Wakes the senders of all replicas.</summary>
    Task WakeAsync(CancellationToken cancellationToken);
}

internal static class PausedDigests
{
    /// <summary>Drops what waits of a digest that a person ended.</summary>
    public static Task DropPausedAsync(this IDigestQueue queue, Digest digest, CancellationToken cancellationToken) =>
        queue.DropAsync(digest.UserAccountId, digest.Id, "The digest was paused.", cancellationToken);
}
