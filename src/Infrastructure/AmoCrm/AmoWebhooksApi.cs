using System.Text.Json;
using AmoCrmQualification.Application.AmoConnection;
using AmoCrmQualification.Domain.Accounts;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoWebhooksApi(AmoClient amo, AmoRows rows) : IAmoWebhooks
{
    private const string Path = "/api/v4/webhooks";
    private const int NotFound = 404;

    public Task<IReadOnlyList<AmoWebhook>> ListAsync(UserAccountId account, CancellationToken cancellationToken) =>
        ListAsync(account, $"{Path}?limit=250", cancellationToken);

    public async Task<AmoWebhook?> FindAsync(UserAccountId account, string destination, CancellationToken cancellationToken)
    {
        // Filtered there, so that a long list cannot hide it; and looked at here, should the filter be ignored.
        var path = $"{Path}?filter[destination]={Uri.EscapeDataString(destination)}";
        return (await ListAsync(account, path, cancellationToken)).FirstOrDefault(h => h.Destination == destination);
    }

    public Task SubscribeAsync(
        UserAccountId account,
        string destination,
        IReadOnlyCollection<string> settings,
        CancellationToken cancellationToken
    ) => SendAsync(account, HttpMethod.Post, new(destination, settings), cancellationToken);

    public async Task UnsubscribeAsync(UserAccountId account, string destination, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(account, HttpMethod.Delete, new(destination, Settings: null), cancellationToken);
        }
        catch (AmoCallException e) when (e is { Status: NotFound, HostMayHaveMoved: false })
        {
            // Somebody was faster.
        }
    }

    /// <summary>The destination is the key, so that doing it twice does no harm.</summary>
    private Task SendAsync(UserAccountId account, HttpMethod method, WebhookAsked asked, CancellationToken cancellationToken) =>
        amo.SendAsync<WebhookWire>(account, AmoCall.With(method, Path, asked, isRepeatable: true), cancellationToken);

    private async Task<IReadOnlyList<AmoWebhook>> ListAsync(
        UserAccountId account,
        string path,
        CancellationToken cancellationToken
    )
    {
        var answer = await amo.GetAsync<WebhooksWire>(account, path, cancellationToken);
        return rows.Read<WebhookWire, AmoWebhook>(account, "webhook", answer?.Embedded?.Webhooks, Hook).Rows;
    }

    private static AmoWebhook? Hook(WebhookWire hook, JsonElement row) =>
        hook.Destination is { } destination ? new(destination, hook.Disabled is true, hook.Settings ?? []) : null;
}
