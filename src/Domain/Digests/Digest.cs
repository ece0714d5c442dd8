using System.Security.Cryptography;
using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Digests;

public readonly record struct DigestId(Guid Value) : ITypedId<Guid>
{
    public static DigestId New() => new(Guid.CreateVersion7());

    public static bool operator <(DigestId a, DigestId b) => a.Value < b.Value;

    public static bool operator >(DigestId a, DigestId b) => a.Value > b.Value;
}

public enum DigestChannel
{
    Telegram,
    Email,
}

public enum DigestLanguage
{
    Ru,
    En,
}

/// <summary>Reason why a digest is not sent.</summary>
public enum DigestPause
{
    ByHand,

    /// <summary>The person who got it does not want it any more.</summary>
    Unsubscribed,

    BotBlocked,
    ChatNotFound,

    /// <summary>The mail server refuses the address, or what is sent there.</summary>
    AddressRefused,
}

/// <summary>A message about an account that a person gets every day or every week, and its alerts at once.</summary>
public sealed class Digest : ITenantOwned
{
    private Digest() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DigestId Id { get; private init; }
    public DigestChannel Channel { get; private init; }

    /// <summary>E-mail address or Telegram's chat id; null until a chat is linked by its code.</summary>
    public string? Recipient { get; private set; }

    public DigestFrequency Frequency { get; private set; }
    public TimeOnly At { get; private set; }
    public string TimeZone { get; private set; } = "";
    public DigestLanguage Language { get; private set; }

    /// <summary>Random, for the code that links a chat and the link that ends an e-mail.</summary>
    public byte[] Secret { get; private init; } = [];

    public DateTimeOffset NextAt { get; private set; }
    public DigestPause? Pause { get; private set; }

    /// <summary>Words of Telegram or of the mail server.</summary>
    public string? PauseDetail { get; private set; }

    /// <summary>Decisions that its messages have told.</summary>
    public ToldDecisions Told { get; private set; } = ToldDecisions.None;

    public DateTimeOffset CreatedAt { get; private init; }

    public DigestTimes Times => new(Frequency, At, TimeZone);

    public bool IsSent => Recipient is not null && Pause is null;

    /// <summary>Names it to somebody without a key: the code of <c>/start</c>, and the link that unsubscribes.</summary>
    public DigestCode Code => new(UserAccountId, Id, Secret);

    public static Digest Create(
        UserAccountId account,
        DigestChannel channel,
        string? recipient,
        DigestTimes times,
        DigestLanguage language,
        DateTimeOffset now
    ) =>
        new()
        {
            UserAccountId = account,
            Id = DigestId.New(),
            Channel = channel,
            Recipient = recipient,
            Frequency = times.Frequency,
            At = times.At,
            TimeZone = times.TimeZone,
            Language = language,
            Secret = RandomNumberGenerator.GetBytes(DigestCode.SecretBytes),
            NextAt = times.Next(now),
            CreatedAt = now,
        };

    /// <summary>Changes what is given; null leaves as it is. What is planned for later is planned anew.</summary>
    public void Change(string? recipient, DigestTimes times, DigestLanguage? language, DateTimeOffset now)
    {
        if (recipient is not null && recipient != Recipient)
        {
            RefuseUnsubscribed();
            (Recipient, Told) = (recipient, ToldDecisions.None);
        }
        Language = language ?? Language;
        if (times == Times)
            return;
        (Frequency, At, TimeZone, NextAt) = (times.Frequency, times.At, times.TimeZone, times.Next(now));
    }

    /// <summary>Moves on to the next message, after one that tells these decisions.</summary>
    public void MoveOn(ToldDecisions told, DateTimeOffset now) => (Told, NextAt) = (told, Times.Next(now));

    /// <summary>Remembers what a message out of turn tells.</summary>
    public void Tell(ToldDecisions told) => Told = told;

    /// <summary>
    /// Links a chat by its code; false when another is linked already. The chat that ended it or could not be reached wants it again.
    /// </summary>
    public bool Link(string chat, DateTimeOffset now)
    {
        if (Recipient is null)
            (Recipient, NextAt) = (chat, Times.Next(now));
        if (Recipient != chat)
            return false;
        if (Pause is not (null or DigestPause.ByHand))
            GoOn(now);
        return true;
    }

    public void Stop(DigestPause why)
    {
        if (Pause != DigestPause.Unsubscribed)
            (Pause, PauseDetail) = (why, null);
    }

    /// <summary>Goes on; what was decided meanwhile is told by the next message.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (Pause is null)
            return;
        RefuseUnsubscribed();
        GoOn(now);
    }

    /// <summary>Refuses to send while nobody would get it.</summary>
    public void CheckSent()
    {
        if (Recipient is null)
            throw new DomainException(Refusal.Conflict(Reasons.DigestNotLinked, "No chat is linked with this digest yet."));
        if (Pause is not null)
            throw new DomainException(Refusal.Conflict(Reasons.DigestPaused, "This digest is paused."));
    }

    private void GoOn(DateTimeOffset now) =>
        (Pause, PauseDetail, NextAt, Told) = (null, null, Times.Next(now), ToldDecisions.None);

    private void RefuseUnsubscribed()
    {
        if (Pause == DigestPause.Unsubscribed)
            throw new DomainException(
                Refusal.Conflict(Reasons.DigestUnsubscribed, "The person has unsubscribed: only a new digest can be sent.")
            );
    }
}
