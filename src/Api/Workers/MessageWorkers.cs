using AmoCrmQualification.Domain.Digests;
using AmoCrmQualification.Infrastructure.Digests;

namespace AmoCrmQualification.Api.Workers;

internal static class MessageWorkers
{
    /// <summary>Adds a worker for each channel that is configured.</summary>
    public static void AddMessageWorkers(this IServiceCollection services, MessageOptions options)
    {
        if (options.Smtp is not null)
            services.AddMessageWorker(DigestChannel.Email);
        if (options.Telegram is null)
            return;
        services.AddMessageWorker(DigestChannel.Telegram);
        services.AddHostedService<BotWorker>();
    }

    private static void AddMessageWorker(this IServiceCollection services, DigestChannel channel) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<MessageWorker>(provider, channel));
}
