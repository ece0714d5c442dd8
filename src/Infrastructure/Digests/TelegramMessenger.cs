using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Domain.Digests;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace AmoCrmQualification.Infrastructure.Digests;

internal sealed class TelegramMessenger(TelegramConnection telegram) : IMessenger
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public DigestChannel Channel => DigestChannel.Telegram;

    public async Task<Delivery> SendAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await telegram.Client.SendMessage(
                message.Recipient,
                message.Html,
                ParseMode.Html,
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: patience.Token
            );
            return new Delivery.Sent();
        }
        catch (ApiRequestException e)
        {
            return Judge(e);
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException)
        {
            return new Delivery.Later(
                $"Telegram does not answer: {(e is OperationCanceledException ? "time is over" : e.Message)}"
            );
        }
    }

    /// <summary>Failures of the chat end the digest; those of the bot or of Telegram do not.</summary>
    private static Delivery Judge(ApiRequestException e) =>
        e switch
        {
            { ErrorCode: 429 } => new Delivery.Later(e.Message, TimeSpan.FromSeconds(e.Parameters?.RetryAfter ?? 30)),
            { ErrorCode: 403 } => new Delivery.Refused(DigestPause.BotBlocked, e.Message),
            { ErrorCode: 400 } when IsOfChat(e.Message) => new Delivery.Refused(DigestPause.ChatNotFound, e.Message),
            _ => new Delivery.Later($"{e.ErrorCode}: {e.Message}"),
        };

    private static bool IsOfChat(string description) =>
        new[] { "chat not found", "user not found", "PEER_ID_INVALID", "group chat was upgraded", "have no rights to send" }.Any(
            sign => description.Contains(sign, StringComparison.OrdinalIgnoreCase)
        );
}
