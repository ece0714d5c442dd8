namespace AmoCrmQualification.Application.AmoCrm;

/// <summary>A webhook as amoCRM has it. The destination is its key.</summary>
public sealed record AmoWebhook(string Destination, bool IsDisabled, IReadOnlyList<string> Settings);

/// <summary>The webhooks of an amoCRM account, ours and others'.</summary>
public interface IAmoWebhooks
{
    Task<IReadOnlyList<AmoWebhook>> ListAsync(UserAccountId account, CancellationToken cancellationToken);

    Task<AmoWebhook?> FindAsync(UserAccountId account, string destination, CancellationToken cancellationToken);

    /// <summary>Adds it, or gives it these settings.</summary>
    Task SubscribeAsync(
        UserAccountId account,
        string destination,
        IReadOnlyCollection<string> settings,
        CancellationToken cancellationToken
    );

    /// <summary>Removes it; it is no failure that there is none.</summary>
    Task UnsubscribeAsync(UserAccountId account, string destination, CancellationToken cancellationToken);
}
