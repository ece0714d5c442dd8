using AmoCrmQualification.Domain.Digests;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Takes a message to the bot: <c>/start code</c> links the chat, <c>/stop</c> ends its digests. Returns the reply.</summary>
public sealed record AnswerBotMessageCommand(BotMessage Message) : IRequest<string>;

internal sealed class AnswerBotMessageHandler(IAppDbContext db, PendingMessages pending, TimeProvider clock)
    : IRequestHandler<AnswerBotMessageCommand, string>
{
    public async Task<string> Handle(AnswerBotMessageCommand command, CancellationToken cancellationToken)
    {
        var message = command.Message;
        var isRussian = message.Language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ?? true;
        return message.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            ["/start", var code] => await LinkAsync(code, message.Chat, isRussian, cancellationToken),
            ["/stop", ..] => await StopAsync(message.Chat, isRussian, cancellationToken),
            _ => BotReplies.Help(isRussian),
        };
    }

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

    private async Task<string> StopAsync(string chat, bool isRussian, CancellationToken cancellationToken)
    {
        var digests = await db
            .Digests.Where(d => d.Channel == DigestChannel.Telegram && d.Recipient == chat)
            .ToListAsync(cancellationToken);
        foreach (var digest in digests)
        {
            digest.Stop(DigestPause.Unsubscribed);
            await pending.DropAsync(digest, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        return BotReplies.Stopped(isRussian);
    }
}
