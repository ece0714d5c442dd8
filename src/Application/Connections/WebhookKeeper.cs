using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Webhooks;

namespace AmoCrmQualification.Application.Connections;

/// <summary>Keeps an account's webhook at amoCRM as it should be. Hooks of others are never touched.</summary>
internal sealed class WebhookKeeper(IAmoWebhooks amo, WebhookAddresses addresses)
{
    // Some transitions are told by "update" alone, so the stage is taken from all of them.
    private static readonly string[] OfDeals = ["add_lead", "update_lead", "status_lead", "delete_lead", "restore_lead"];

    // That a deal got its contact, or a contact its phone, hooks of deals do not tell.
    private static readonly string[] Wanted = [.. OfDeals, "add_contact", "update_contact"];

    public Task<AmoWebhook?> FindAsync(UserAccount account, CancellationToken cancellationToken) =>
        amo.FindAsync(account.Id, addresses.Get(account), cancellationToken);

    /// <summary>Subscribes it or puts it right, then removes those of our former addresses. Answers whether it told of deals before.</summary>
    public async Task<bool> EnsureAsync(UserAccount account, CancellationToken cancellationToken)
    {
        var destination = addresses.Get(account);
        var hooks = await amo.ListAsync(account.Id, cancellationToken);
        var found = hooks.FirstOrDefault(h => h.Destination == destination);
        if (!IsIntact(found))
            await RepairAsync(account.Id, destination, cancellationToken);

        // Not before: between the two addresses nothing may be missed.
        foreach (var stale in hooks.Where(h => h.Destination != destination && addresses.IsOf(account.Id, h.Destination)))
            await amo.UnsubscribeAsync(account.Id, stale.Destination, cancellationToken);
        return found is { IsDisabled: false } && OfDeals.All(found.Settings.Contains);
    }

    /// <summary>Removes all that lead to this account, also at its former addresses.</summary>
    public async Task RemoveAsync(UserAccount account, CancellationToken cancellationToken)
    {
        foreach (var ours in await amo.ListAsync(account.Id, cancellationToken))
            if (addresses.IsOf(account.Id, ours.Destination))
                await amo.UnsubscribeAsync(account.Id, ours.Destination, cancellationToken);
    }

    /// <summary>
    /// amoCRM does not document if it replaces the settings of a known destination and enables it again: what it did is
    /// looked at, and if it did not, the hook is made anew.
    /// </summary>
    private async Task RepairAsync(UserAccountId account, string destination, CancellationToken cancellationToken)
    {
        await amo.SubscribeAsync(account, destination, Wanted, cancellationToken);
        if (IsIntact(await amo.FindAsync(account, destination, cancellationToken)))
            return;
        await amo.UnsubscribeAsync(account, destination, cancellationToken);
        await amo.SubscribeAsync(account, destination, Wanted, cancellationToken);
        if (!IsIntact(await amo.FindAsync(account, destination, cancellationToken)))
            throw new AmoCallException(AmoFailure.Permanent, status: null); // it takes our call and does not do it
    }

    private static bool IsIntact(AmoWebhook? hook) =>
        hook is { IsDisabled: false } && hook.Settings.ToHashSet(StringComparer.Ordinal).SetEquals(Wanted);
}
