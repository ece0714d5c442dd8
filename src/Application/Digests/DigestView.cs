using System.Globalization;
using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>A digest with its last message.</summary>
/// <param name="To">E-mail address or chat id; null until a chat is linked.</param>
/// <param name="When">A weekly one is sent on Mondays, of the week before.</param>
/// <param name="At">Hours and minutes by the clock of its time zone.</param>
/// <param name="PausedBecause">Null while it is sent.</param>
/// <param name="PauseDetail">Words of Telegram or of the mail server.</param>
/// <param name="Code">Sent to the bot as <c>/start code</c>, it links the chat; null once one is linked.</param>
/// <param name="CodeUrl">Opens the bot with the code; null where its name is not known.</param>
/// <param name="NextAt">Null while it is not sent.</param>
public sealed record DigestView(
    Guid Id,
    Guid UserAccountId,
    DigestChannel Channel,
    string? To,
    DigestFrequency When,
    string At,
    string TimeZone,
    DigestLanguage Language,
    bool IsPaused,
    DigestPause? PausedBecause,
    string? PauseDetail,
    string? Code,
    string? CodeUrl,
    DateTimeOffset? NextAt,
    DigestMessageView? LastMessage,
    DateTimeOffset CreatedAt
)
{
    internal static DigestView Show(Digest digest, DigestMessageView? last, string? bot)
    {
        var code = digest is { Channel: DigestChannel.Telegram, Recipient: null } ? digest.Code.ToString() : null;
        return new(
            digest.Id.Value,
            digest.UserAccountId.Value,
            digest.Channel,
            digest.Recipient,
            digest.Frequency,
            digest.At.ToString("HH':'mm", CultureInfo.InvariantCulture),
            digest.TimeZone,
            digest.Language,
            digest.Pause is not null,
            digest.Pause,
            digest.PauseDetail,
            code,
            code is null || bot is null ? null : $"https://t.me/{bot}?start={code}",
            digest.IsSent ? digest.NextAt : null,
            last,
            digest.CreatedAt
        );
    }
}

/// <param name="Error">Reason why it is not sent, or not yet.</param>
public sealed record DigestMessageView(
    DigestMessageKind Kind,
    DigestMessageState State,
    string Subject,
    string Text,
    int Attempts,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt
);
