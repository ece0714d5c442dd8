using AmoCrmQualification.Domain.Digests;
using Microsoft.Extensions.Logging;

namespace AmoCrmQualification.Application.Digests;

/// <summary>Sends the message of a channel that is due the longest. Returns false when none is.</summary>
public sealed record SendNextMessageCommand(DigestChannel Channel) : IRequest<bool>;

internal sealed class SendNextMessageHandler(
    IDigestQueue queue,
    IEnumerable<IMessenger> messengers,
    TimeProvider clock,
    ILogger<SendNextMessageHandler> log
) : IRequestHandler<SendNextMessageCommand, bool>
{
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromHours(1);

    /// <summary>Nobody wants the figures of the day before yesterday.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(48);

    public async Task<bool> Handle(SendNextMessageCommand command, CancellationToken cancellationToken)
    {
        if (await queue.ClaimAsync(command.Channel, cancellationToken) is not { } message)
            return false;
        var delivery = await SendAsync(message, cancellationToken);
        // What is sent is stored, also when the service is asked to stop meanwhile.
        await SettleAsync(message, delivery, CancellationToken.None);
        return true;
    }

    // A fault of ours in one message must not be claimed again and again.
    private async Task<Delivery> SendAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await messengers.First(m => m.Channel == message.Channel).SendAsync(message, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(e, "Message {Message} of account {Account} cannot be sent", message.Id.Value, message.Account.Value);
            return new Delivery.Later("A fault of the service; its log tells more.");
        }
    }

    private async Task SettleAsync(ClaimedMessage message, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery)
        {
            case Delivery.Sent:
                await queue.CompleteAsync(message, cancellationToken);
                MessageCounts.Add(message.Channel, DigestMessageState.Sent);
                break;
            case Delivery.Refused refused:
                await FailAsync(message, refused.Because, refused.Why, cancellationToken);
                break;
            case Delivery.Later later when clock.GetUtcNow() - message.CreatedAt > s_patience:
                await FailAsync(message, pause: null, later.Why, cancellationToken);
                break;
            case Delivery.Later later:
                var delay = later.After ?? DelayAfter(message.Attempts);
                await queue.RescheduleAsync(message, delay, later.Why, isAttempt: later.After is null, cancellationToken);
                break;
        }
    }

    private async Task FailAsync(ClaimedMessage message, DigestPause? pause, string why, CancellationToken cancellationToken)
    {
        await queue.FailAsync(message, pause, why, cancellationToken);
        MessageCounts.Add(message.Channel, DigestMessageState.Failed);
        log.LogWarning("Message {Message} of account {Account} is given up", message.Id.Value, message.Account.Value);
    }

    /// <summary>Half a minute, doubling.</summary>
    private static TimeSpan DelayAfter(int attempts)
    {
        var delay = TimeSpan.FromSeconds(30 * Math.Pow(2, Math.Min(attempts, 10)));
        return delay > s_longestDelay ? s_longestDelay : delay;
    }
}
