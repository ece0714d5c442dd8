using Telegram.Bot;

namespace AmoCrmQualification.Infrastructure.Digests;

/// <param name="ApiBaseUrl">Null: Telegram's own.</param>
public sealed record TelegramOptions(string BotToken, Uri? ApiBaseUrl);

/// <summary>
/// Connection to the Bot API. The token is a part of each address, so these calls are neither logged nor traced; what Telegram asks
/// to wait, the queue waits.
/// </summary>
internal sealed class TelegramConnection : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        }
    );

    public TelegramConnection(TelegramOptions options) =>
        Client = new TelegramBotClient(
            new TelegramBotClientOptions(options.BotToken, options.ApiBaseUrl?.GetLeftPart(UriPartial.Authority))
            {
                RetryCount = 0,
                RetryThreshold = 0,
            },
            _http
        );

    public TelegramBotClient Client { get; }

    public void Dispose() => _http.Dispose();
}
