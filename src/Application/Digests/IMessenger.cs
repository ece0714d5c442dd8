using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>A channel that this installation can send by.</summary>
public interface IMessenger
{
    DigestChannel Channel { get; }

    /// <summary>Sends a message; all that may happen to it is an answer and no exception.</summary>
    Task<Delivery> SendAsync(ClaimedMessage message, CancellationToken cancellationToken);
}

public abstract record Delivery
{
    public sealed record Sent : Delivery;

    /// <param name="After">How long the other side wants to be left alone; null where it does not say.</param>
    public sealed record Later(string Why, TimeSpan? After = null) : Delivery;

    /// <summary>It will not be taken however often it is sent: the digest is paused.</summary>
    public sealed record Refused(DigestPause Because, string Why) : Delivery;
}

/// <summary>A message that is this sender's alone for a while.</summary>
/// <param name="Claim">Fences out a sender whose claim ran out.</param>
/// <param name="Unsubscribe">Address that ends an e-mail digest at once.</param>
public sealed record ClaimedMessage(
    UserAccountId Account,
    DigestMessageId Id,
    DigestId Digest,
    Guid Claim,
    DigestChannel Channel,
    string Recipient,
    string Subject,
    string Text,
    string Html,
    int Attempts,
    DateTimeOffset CreatedAt,
    string Unsubscribe
);
