using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmoCrmQualification.Sandbox.OAuth;

/// <summary>The call amoCRM makes when an account switches the integration off, signed with the client secret.</summary>
internal static class DisableHook
{
    public static async Task<int?> SendAsync(CrmWorld world, Integration integration, long account)
    {
        if (integration.DisableUri is not { } address)
            return null;

        var id = account.ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(integration.ClientSecret),
                Encoding.UTF8.GetBytes($"{integration.ClientId}|{id}")
            )
        );
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"{address}?client_uuid={Uri.EscapeDataString(integration.ClientId)}&account_id={id}&signature={signature}"
        );
        request.Headers.TryAddWithoutValidation("User-Agent", "amoService-oAuth-Code-Sender/1.0");
        using var response = await world.Http.SendAsync(request, world.Stopping);
        return (int)response.StatusCode;
    }
}
