using System.Net;
using System.Net.Sockets;
using AmoCrmQualification.Api.Http.Auth;
using AmoCrmQualification.Application.People;

namespace AmoCrmQualification.Api.People;

/// <summary>Common steps of the routes that sign in.</summary>
internal static class SessionStart
{
    private const int SubnetBytes = 8;

    public static async Task<SessionView> BeginSessionAsync(this HttpContext http, StartedSession session)
    {
        await http.IssueSessionAsync(session.Key);
        return session.View;
    }

    /// <summary>Address of the caller. An IPv6 address comes with 2⁶⁴ others: they count as one.</summary>
    public static string? CallerAddress(this HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, SubnetBytes, bytes.Length - SubnetBytes);
        return new IPAddress(bytes).ToString();
    }
}
