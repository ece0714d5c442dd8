using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Digests;

public readonly record struct DigestMessageId(Guid Value) : ITypedId<Guid>
{
    public static DigestMessageId New() => new(Guid.CreateVersion7());
}

public enum DigestMessageKind
{
    /// <summary>At the digest's own time.</summary>
    Scheduled,

    /// <summary>Asked for by a person.</summary>
    Manual,

    Alerts,
}

public enum DigestMessageState
{
    Pending,
    Sent,

    /// <summary>Given up: refused for good, or tried for too long.</summary>
    Failed,
}

/// <summary>A message that was written for a digest: it waits here until it is sent, and shows afterwards what was sent.</summary>
public sealed class DigestMessage : ITenantOwned
{
    private DigestMessage() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public DigestMessageId Id { get; private init; }
    public DigestId DigestId { get; private init; }
    public DigestChannel Channel { get; private init; }
    public DigestMessageKind Kind { get; private init; }

    /// <summary>The day of a scheduled message, by the digest's clock: there is one for each.</summary>
    public DateOnly? Day { get; private init; }

    public string Subject { get; private init; } = "";

    /// <summary>For people; without marks.</summary>
    public string Text { get; private init; } = "";

    /// <summary>As it is sent: Telegram's HTML, or that of an e-mail.</summary>
    public string Html { get; private init; } = "";

    public DigestMessageState State { get; private init; }
    public int Attempts { get; private init; }
    public DateTimeOffset DueAt { get; private init; }

    /// <summary>Fences out a sender whose claim ran out.</summary>
    public Guid? ClaimId { get; private init; }

    public string? Error { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? SentAt { get; private init; }

    public static DigestMessage Create(
        Digest digest,
        DigestMessageKind kind,
        DateOnly? day,
        (string Subject, string Text, string Html) content,
        DateTimeOffset now
    ) =>
        new()
        {
            UserAccountId = digest.UserAccountId,
            Id = DigestMessageId.New(),
            DigestId = digest.Id,
            Channel = digest.Channel,
            Kind = kind,
            Day = day,
            Subject = content.Subject,
            Text = content.Text,
            Html = content.Html,
            DueAt = now,
            CreatedAt = now,
        };
}
