using AmoCrmQualification.Sandbox.Hooks;

namespace AmoCrmQualification.Sandbox.Control;

internal static class HookControl
{
    internal sealed record HookBody(string Destination, IReadOnlyList<string>? Settings);

    public static void MapHooks(this IEndpointRouteBuilder account, CrmWorld world)
    {
        account.MapGet("/webhooks", (long account) => world.Account(account).Webhooks.All);
        account.MapPut(
            "/webhooks",
            async (long account, HookBody body, CancellationToken cancellationToken) =>
                await world.Account(account).Webhooks.SaveInSettingsAsync(body.Destination, body.Settings, cancellationToken)
        );
        account.MapPost(
            "/webhooks/disable",
            (long account, HookBody body) => world.Account(account).Webhooks.Disable(body.Destination)
        );
        account.MapDelete(
            "/webhooks",
            (long account, string destination) => new { removed = world.Account(account).Webhooks.Remove(destination) }
        );

        account.MapGet(
            "/deliveries",
            (long account, string? state, long? lead, int? limit) =>
                world
                    .Account(account)
                    .Deliveries.All.Where(d =>
                        (state is null || d.State == State(state)) && (lead is null || d.Events.Any(e => e.Id == lead))
                    )
                    .TakeLast(limit ?? 100)
        );
        account.MapDelete("/deliveries", (long account) => world.Account(account).Deliveries.ClearLog());
    }

    // A query is bound by the names in the code; the answers say given_up.
    private static DeliveryState State(string text) =>
        Enum.TryParse<DeliveryState>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var state)
            ? state
            : throw CrmProblem.BadRequest($"There is no state '{text}'");
}
