namespace AmoCrmQualification.Infrastructure.Leads;

/// <summary>
/// A WhatsApp chat id: `79991234567@s.whatsapp.net`, `…@c.us`, also with the device behind it (`79991234567:12@…`,
/// `79991234567.0:12@…`). Groups (`@g.us`), hidden ids (`@lid`) and broadcasts name no phone.
/// </summary>
internal static class WhatsAppChatId
{
    private static readonly string[] PersonalHosts = ["@s.whatsapp.net", "@c.us"];

    /// <summary>The digits of the international number, without plus.</summary>
    public static string? PhoneOf(string? chatId)
    {
        var id = chatId.AsSpan().Trim();
        foreach (var host in PersonalHosts)
        {
            if (id.EndsWith(host, StringComparison.OrdinalIgnoreCase))
                return PhoneIn(id[..^host.Length]);
        }

        return null;
    }

    private static string? PhoneIn(ReadOnlySpan<char> user)
    {
        var length = user.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            return user.ToString();

        var device = user[length..];
        return device[0] is ':' or '.' or '_' && !device.ContainsAnyExcept("0123456789:._") ? user[..length].ToString() : null;
    }
}
