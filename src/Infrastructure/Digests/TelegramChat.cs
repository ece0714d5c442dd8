using System.Globalization;
using AmoCrmQualification.Application.Digests;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace AmoCrmQualification.Infrastructure.Digests;

internal sealed class TelegramChat(TelegramConnection telegram) : IBot
{
    private const int WaitSeconds = 25;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private string? _name;

    public async Task<string?> NameAsync(CancellationToken cancellationToken)
    {
        if (_name is not null)
            return _name;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            return _name = (await telegram.Client.GetMe(patience.Token)).Username;
        }
        catch (Exception e) when (e is RequestException or HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    public async Task<IReadOnlyList<BotMessage>> ReadAsync(int? last, CancellationToken cancellationToken)
    {
        var updates = await telegram.Client.GetUpdates(
            offset: last + 1,
            timeout: WaitSeconds,
            allowedUpdates: [UpdateType.Message, UpdateType.ChannelPost],
            cancellationToken: cancellationToken
        );
        return
        [
            .. from update in updates
            let message = update.Message ?? update.ChannelPost
            select new BotMessage(
                update.Id,
                message?.Chat.Id.ToString(CultureInfo.InvariantCulture) ?? "",
                message?.Chat.Username,
                message?.Text ?? "",
                message?.From?.LanguageCode
            ),
        ];
    }

    public Task ReplyAsync(string chat, string text, CancellationToken cancellationToken) =>
        telegram.Client.SendMessage(chat, text, cancellationToken: cancellationToken);
}

/// <summary>An installation without a bot.</summary>
internal sealed class NoBot : IBot
{
    public Task<string?> NameAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<IReadOnlyList<BotMessage>> ReadAsync(int? last, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("There is no bot to read from.");

    public Task ReplyAsync(string chat, string text, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("There is no bot to reply.");
}
