using System.Text.Json.Nodes;

namespace AmoCrmQualification.Sandbox.Messages;

/// <summary>A message that a chat has got.</summary>
public sealed record BotMessage(string Chat, string Text, string? ParseMode);

/// <summary>A refusal of the Bot API. A held one delivers the message and never answers.</summary>
public sealed record BotFault(int Status, string Description, int? RetryAfter = null, bool IsHeld = false);

/// <summary>A simulated bot and the people it talks to: what they get, what they write, and what goes wrong.</summary>
public sealed class SandboxBot
{
    // The word that addresses begin with must not come again.
    public const string Token = "123456789:AAsandbox-token-0000000001";
    public const string Name = "sandbox_bot";

    private readonly Lock _gate = new();
    private readonly List<BotMessage> _sent = [];
    private readonly List<JsonObject> _updates = [];
    private readonly Dictionary<string, BotFault> _faults = new(StringComparer.Ordinal);
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastUpdate;

    /// <summary>All messages of a chat, oldest first; of all chats without one.</summary>
    public IReadOnlyList<BotMessage> Sent(string? chat = null)
    {
        lock (_gate)
            return [.. _sent.Where(message => chat is null || message.Chat == chat)];
    }

    /// <summary>Writes to the bot as a person does.</summary>
    /// <param name="chatName">Public name of a channel or group.</param>
    public void Say(long chat, string text, string language = "ru", string? chatName = null)
    {
        lock (_gate)
        {
            _updates.Add(BotJson.Update(++_lastUpdate, chat, text, language, chatName));
            _written.TrySetResult();
        }
    }

    /// <summary>Makes messages to a chat fail until it is null again.</summary>
    public void Fail(string chat, BotFault? fault)
    {
        lock (_gate)
        {
            if (fault is null)
                _faults.Remove(chat);
            else
                _faults[chat] = fault;
        }
    }

    /// <summary>Takes a message unless something is to go wrong.</summary>
    internal BotFault? Take(BotMessage message)
    {
        lock (_gate)
        {
            var fault = _faults.GetValueOrDefault(message.Chat);
            if (fault is null or { IsHeld: true })
                _sent.Add(message);
            return fault;
        }
    }

    /// <summary>Waits for updates from an offset on; those before it are done with.</summary>
    internal async Task<JsonArray> ReadAsync(int? offset, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        while (true)
        {
            Task written;
            lock (_gate)
            {
                _updates.RemoveAll(update => (int)update["update_id"]! < offset);
                if (_updates.Count > 0 || deadline.IsCancellationRequested)
                    return [.. _updates.Select(update => update.DeepClone())];
                _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
                written = _written.Task;
            }
            await written.WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
