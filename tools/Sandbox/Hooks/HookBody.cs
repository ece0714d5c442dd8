using System.Globalization;
using System.Text;

namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>The form body, written as PHP's http_build_query writes it.</summary>
internal static class HookBody
{
    public static string Write(IEnumerable<HookEvent> events, CrmAccount account)
    {
        var switches = account.Switches;
        var text = new StringBuilder();
        if (!switches.LegacyAccountOrder)
            WriteAccount(text, account);

        foreach (var group in events.GroupBy(e => (e.Entity, Word: KeyWord(e))))
        {
            var index = switches.FirstIndex;
            foreach (var (key, value) in group.SelectMany(e => Indexed(e, group.Key.Word, index++)))
                Append(text, key, value, switches.UnescapedBrackets);
        }

        // Deliveries of 2016–2018 had the subdomain only, and last.
        if (switches.LegacyAccountOrder)
            Append(text, "account[subdomain]", account.Subdomain, switches.UnescapedBrackets);
        return text.ToString();
    }

    // For contacts a change of the responsible person arrives under "update".
    private static string KeyWord(HookEvent e) => e is { Entity: "contacts", Word: "responsible" } ? "update" : e.Word;

    private static IEnumerable<KeyValuePair<string, string>> Indexed(HookEvent e, string word, int index) =>
        e.Fields.Select(f => KeyValuePair.Create($"{e.Entity}[{word}][{index}]{f.Key}", f.Value));

    private static void WriteAccount(StringBuilder text, CrmAccount account)
    {
        var raw = account.Switches.UnescapedBrackets;
        Append(text, "account[subdomain]", account.Subdomain, raw);
        Append(text, "account[id]", account.Id.ToString(CultureInfo.InvariantCulture), raw);
        Append(text, "account[_links][self]", $"https://{account.Host}", raw);
    }

    private static void Append(StringBuilder text, string key, string value, bool unescapedBrackets)
    {
        if (text.Length > 0)
            text.Append('&');
        text.Append(unescapedBrackets ? key : Uri.EscapeDataString(key)).Append('=').Append(Encode(value));
    }

    private static string Encode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal).Replace("~", "%7E", StringComparison.Ordinal);
}
