namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>How amoCRM is called.</summary>
/// <param name="ApiBaseUrl">Sends every call to another host than the account's: a sandbox.</param>
/// <param name="RequestsPerSecond">Never more calls in any second, per connected account and over all replicas.</param>
public sealed record AmoCrmOptions(Uri? ApiBaseUrl, int RequestsPerSecond);
