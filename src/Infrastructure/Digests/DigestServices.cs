using AmoCrmQualification.Application.Digests;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrmQualification.Infrastructure.Digests;

/// <summary>Channels of messages; those that are null are not configured.</summary>
public sealed record MessageOptions(SmtpOptions? Smtp = null, TelegramOptions? Telegram = null);

internal static class DigestServices
{
    public static IServiceCollection AddDigests(this IServiceCollection services, MessageOptions options)
    {
        services.AddScoped<IDigestQueue, PostgresDigestQueue>();
        if (options.Smtp is { } smtp)
            services.AddSingleton<IMessenger>(new SmtpMessenger(smtp));
        if (options.Telegram is not { } telegram)
            return services.AddSingleton<IBot, NoBot>();
        return services
            .AddSingleton(_ => new TelegramConnection(telegram))
            .AddSingleton<IMessenger, TelegramMessenger>()
            .AddSingleton<IBot, TelegramChat>();
    }
}
