namespace AmoCrmQualification.Application.Webhooks;

/// <summary>Judges signatures of webhook addresses. Secrets are remembered for seconds, so that a delivery costs no query.</summary>
public interface IWebhookSecrets
{
    /// <summary>True if the account exists and signed this. A mismatch is checked against the database before it is believed.</summary>
    /// <param name="signature">Hex; null when the address carries none.</param>
    ValueTask<bool> IsAuthenticAsync(UserAccountId account, string? signature, CancellationToken cancellationToken);

    /// <summary>Makes the next check read the account's secret again.</summary>
    void Forget(UserAccountId account);
}
