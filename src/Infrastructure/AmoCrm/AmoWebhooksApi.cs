using System.Text.Json;
using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

internal sealed class AmoWebhooksApi(IAmoCrmApi amo, AmoRows rows) : IAmoWebhooks
{
    private const int NotFound = 404;

    public Task<IReadOnlyList<AmoWebhook>> ListAsync(UserAccountId account, CancellationToken cancellationToken) =>
        ListAsync(account, destination: null, cancellationToken);

    public async Task<AmoWebhook?> FindAsync(UserAccountId account, string destination, CancellationToken cancellationToken)
    {
        // Filtered there, so that a long list cannot hide it; and looked at here, should the filter be ignored.
        return (await ListAsync(account, destination, cancellationToken)).FirstOrDefault(h => h.Destination == destination);
    }

    public Task SubscribeAsync(
        UserAccountId account,
        string destination,
        IReadOnlyCollection<string> settings,
        CancellationToken cancellationToken
    ) => amo.SubscribeAsync(AmoCall.For(account), new(destination, settings), cancellationToken);

    public async Task UnsubscribeAsync(UserAccountId account, string destination, CancellationToken cancellationToken)
    {
        try
        {
            await amo.UnsubscribeAsync(AmoCall.For(account), new(destination, Settings: null), cancellationToken);
        }
        catch (AmoCallException e) when (e is { Status: NotFound, HostMayHaveMoved: false })
        {
            // Already deleted.
        }
    }

    private async Task<IReadOnlyList<AmoWebhook>> ListAsync(
        UserAccountId account,
        string? destination,
        CancellationToken cancellationToken
    )
    {
        var answer = await amo.GetWebhooksAsync(AmoCall.For(account), destination, cancellationToken);
        return rows.Read<WebhookWire, AmoWebhook>(account, "webhook", answer?.Embedded?.Webhooks, Hook).Rows;
    }

    private static AmoWebhook? Hook(WebhookWire hook, JsonElement row) =>
        hook.Destination is { } destination ? new(destination, hook.Disabled is true, hook.Settings ?? []) : null;
}
