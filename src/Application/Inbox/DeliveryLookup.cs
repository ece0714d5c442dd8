namespace AmoCrmQualification.Application.Inbox;

internal static class DeliveryLookup
{
    /// <summary>Learns the account of a delivery in the log that a request names by its id alone.</summary>
    public static Task<UserAccountId> LoggedOwnerAsync(
        this IAppDbContext db,
        Guid delivery,
        CancellationToken cancellationToken
    ) =>
        // Through the accounts, as the log's key begins with them.
        db
            .WebhookDeliveries.Where(d => d.Id == delivery && db.UserAccounts.Any(a => a.Id == d.UserAccountId))
            .OwnerAsync(Reasons.DeliveryUnknown, "delivery", cancellationToken);
}
