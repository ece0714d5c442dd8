using AmoCrmQualification.Application.Digests;
using AmoCrmQualification.Infrastructure.Persistence;

namespace AmoCrmQualification.Api.Workers;

/// <summary>Answers what people write to the bot: one replica at a time, as Telegram allows one reader.</summary>
internal sealed class BotWorker(IServiceScopeFactory scopes, SessionLocks locks, IBot bot, ILogger<BotWorker> log)
    : WorkerBase(scopes, log)
{
    private static readonly TimeSpan s_untilNextLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(5);

    protected override async Task<Task> WorkAsync(CancellationToken stoppingToken)
    {
        await using var reader = await locks.TryAcquireAsync(SessionLocks.Bot, default, stoppingToken);
        if (reader is null)
            return Task.Delay(s_untilNextLook, stoppingToken);
        int? last = null;
        try
        {
            while (true)
            {
                foreach (var message in await bot.ReadAsync(last, stoppingToken))
                {
                    await AnswerAsync(message, stoppingToken);
                    last = message.Id;
                }
            }
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.LogWarning("The bot cannot be read from: {Reason}", e.Message);
            return Task.Delay(s_afterFailure, stoppingToken);
        }
    }

    private async Task AnswerAsync(BotMessage message, CancellationToken stoppingToken)
    {
        if (message.Text.Length == 0)
            return;
        try
        {
            var reply = await AsServiceAsync(services =>
                services.GetRequiredService<IMediator>().Send(new AnswerBotMessageCommand(message), stoppingToken)
            );
            if (reply is not null)
                await bot.ReplyAsync(message.Chat, reply, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested && !DatabaseFailures.IsAway(e))
        {
            // One message must not keep the others from being read.
            Log.LogWarning("A message to the bot is not answered: {Reason}", e.Message);
        }
    }
}
