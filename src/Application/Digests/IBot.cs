namespace AmoCrmQualification.Application.Digests;

/// <summary>The bot of this installation, as people talk to it.</summary>
public interface IBot
{
    /// <summary>Its user name; null where there is none, or Telegram does not answer.</summary>
    Task<string?> NameAsync(CancellationToken cancellationToken);

    /// <summary>Waits for messages to the bot; those up to <paramref name="last"/> are done with and do not come again.</summary>
    Task<IReadOnlyList<BotMessage>> ReadAsync(int? last, CancellationToken cancellationToken);

    Task ReplyAsync(string chat, string text, CancellationToken cancellationToken);
}

/// <param name="Chat">Id of the chat.</param>
/// <param name="ChatName">Public name of a channel or group, without its @.</param>
/// <param name="Language">Language of the person's app, as an IETF tag; null where it is not known.</param>
public sealed record BotMessage(int Id, string Chat, string? ChatName, string Text, string? Language)
{
    /// <summary>Groups and channels have negative ids.</summary>
    public bool IsPrivate => !Chat.StartsWith('-');
}
