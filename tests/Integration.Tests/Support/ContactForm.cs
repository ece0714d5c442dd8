using System.Globalization;
using System.Net;
using AmoCrmQualification.Sandbox.World;

namespace AmoCrmQualification.Integration.Tests.Support;

/// <summary>Bodies about contacts as amoCRM sends them: fields by code with enums, values HTML-escaped, deals keyed by their ids.</summary>
internal static class ContactForm
{
    /// <summary>A contact as it stands in the simulated amoCRM.</summary>
    public static string Update(CrmContact contact, long deal, int index = 0) =>
        Build(
            "update",
            contact.Id,
            contact.Name,
            Values(contact, "PHONE"),
            Values(contact, "EMAIL"),
            [deal],
            contact.UpdatedAt,
            index
        );

    public static string Build(
        string word,
        long id,
        string name,
        IEnumerable<string>? phones = null,
        IEnumerable<string>? emails = null,
        IEnumerable<long>? deals = null,
        long at = LeadForm.T0,
        int index = 0
    )
    {
        var entity = $"contacts[{word}][{index}]";
        List<(string Key, string Value)> pairs =
        [
            ("[id]", Text(id)),
            ("[name]", WebUtility.HtmlEncode(name)),
            ("[responsible_user_id]", "77"),
            ("[last_modified]", Text(at)),
            ("[account_id]", "16700680"),
            .. Field(0, 178382, "Телефон", "PHONE", phones ?? []),
            .. Field(1, 178384, "Email", "EMAIL", emails ?? []),
            .. (deals ?? []).Select(deal => ($"[linked_leads_id][{deal}][{deal}]", Text(deal))),
            ("[updated_at]", Text(at)),
            ("[type]", "contact"),
        ];
        return string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(entity + p.Key)}={WebUtility.UrlEncode(p.Value)}"));
    }

    private static IEnumerable<(string, string)> Field(int place, long id, string name, string code, IEnumerable<string> values)
    {
        var field = $"[custom_fields][{place}]";
        var told = values.SelectMany(
            (value, i) =>
                new[]
                {
                    ($"{field}[values][{i}][value]", WebUtility.HtmlEncode(value)),
                    ($"{field}[values][{i}][enum]", Text(126290 + place)),
                }
        );
        return told.Any() ? [($"{field}[id]", Text(id)), ($"{field}[name]", name), .. told, ($"{field}[code]", code)] : [];
    }

    private static IEnumerable<string> Values(CrmContact contact, string code) =>
        contact.Fields.Where(field => field.Code == code).SelectMany(field => field.Values.Select(value => value.Value));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
