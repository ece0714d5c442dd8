namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Settings of calls to amoCRM.</summary>
/// <param name="ApiBaseUrl">Sends every call to another host than the account's: a sandbox.</param>
/// <param name="RequestsPerSecond">Never more calls in any second, per connected account and over all replicas.</param>
/// <param name="Integration">Null: only long-lived tokens can connect.</param>
public sealed record AmoCrmOptions(Uri? ApiBaseUrl, int RequestsPerSecond, AmoIntegration? Integration = null);

/// <summary>Our integration, as its settings at amoCRM have it.</summary>
public sealed record AmoIntegration(string ClientId, string ClientSecret)
{
    public override string ToString() => nameof(AmoIntegration); // the secret reaches no log
}
