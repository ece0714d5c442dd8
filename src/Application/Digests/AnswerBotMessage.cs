using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>
/// Takes a message to the bot: <c>/start code</c> links the chat, <c>/stop</c> ends its digests. Returns the reply; null where
/// people talk among themselves.
/// </summary>
public sealed record AnswerBotMessageCommand(BotMessage Message) : IRequest<string?>;

internal sealed class AnswerBotMessageHandler(IAppDbContext db, IDigestQueue queue, TimeProvider clock)
    : IRequestHandler<AnswerBotMessageCommand, string?>
{
    public async Task<string?> Handle(AnswerBotMessageCommand command, CancellationToken cancellationToken)
    {
        var message = command.Message;
        var isRussian = message.Language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ?? true;
        var words = message.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return (CommandOf(words), words.Skip(1).ToArray()) switch
        {
            ("/start", [var code]) => await LinkAsync(code, message.Chat, isRussian, cancellationToken),
            ("/stop", _) => await StopAsync(message, isRussian, cancellationToken),
            _ => message.IsPrivate ? BotReplies.Help(isRussian) : null,
        };
    }

    // In a group a command names its bot: /stop@bot.
    private static string? CommandOf(string[] words) => words.FirstOrDefault()?.Split('@')[0];

    private async Task<string> LinkAsync(string text, string chat, bool isRussian, CancellationToken cancellationToken)
    {
        var code = DigestCode.Parse(text);
        var digest = code is null
            ? null
            : await db.Digests.SingleOrDefaultAsync(
                d => d.UserAccountId == code.Account && d.Id == code.Digest && d.Channel == DigestChannel.Telegram,
                cancellationToken
            );
        if (digest is null || !code!.Names(digest) || !digest.Link(chat, clock.GetUtcNow()))
            return BotReplies.UnknownCode(isRussian);
        await db.SaveChangesAsync(cancellationToken);
        var account = await db.AccountAsync(digest.UserAccountId, cancellationToken);
        return BotReplies.Linked(digest, account.Name);
    }

    // Telegram does not mind the case of names.
    private static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private async Task<string> StopAsync(BotMessage message, bool isRussian, CancellationToken cancellationToken)
    {
        var name = $"@{message.ChatName}";
        var digests = await db
            .Digests.Where(d => d.Channel == DigestChannel.Telegram)
            .Where(d => d.Recipient == message.Chat || EF.Functions.Like(d.Recipient!, "@%"))
            .ToListAsync(cancellationToken);
        foreach (var digest in digests.Where(d => d.Recipient == message.Chat || IsSame(d.Recipient!, name)))
        {
            digest.Stop(DigestPause.Unsubscribed);
            await queue.DropPausedAsync(digest, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return BotReplies.Stopped(isRussian);
    }
}
