using System.Net;
using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Domain.Attribution;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Reads what a webhook says of a deal beside its stage: custom fields, tags. Its values are HTML-escaped.</summary>
internal static class EntityDetails
{
    private const int MostTexts = 200;

    public static IEnumerable<DealField> Fields(FormNode entity) =>
        (entity["custom_fields"]?.Children ?? []).Select(field => new DealField(
            AmoNumber.Id(field.Value.Text("id")),
            field.Value.Text("code"),
            field.Value.Text("name") is { } name ? WebUtility.HtmlDecode(name) : null,
            [.. Values(field.Value["values"]).Select(WebUtility.HtmlDecode).OfType<string>()]
        ));

    /// <summary>The lead of ours that a tag names.</summary>
    public static LeadId? TaggedLead(FormNode entity) =>
        (entity["tags"]?.Children ?? [])
            .Select(tag => LeadTag.Parse(tag.Value.Text("name") ?? ""))
            .FirstOrDefault(lead => lead is not null);

    /// <summary>Keyed by the deal's id twice: <c>linked_leads_id[501][501]=501</c>.</summary>
    public static IReadOnlyList<DealId> LinkedDeals(FormNode entity) =>
        [
            .. (entity["linked_leads_id"]?.Children ?? [])
                .Select(linked => AmoNumber.Id(linked.Key) ?? AmoNumber.Id(linked.Value.Value))
                .Where(id => id is not null)
                .Select(id => new DealId(id!.Value))
                .Distinct(),
        ];

    /// <summary>A name, phone or e-mail as it is stored; null without any.</summary>
    public static string? Line(string? text) =>
        WebUtility.HtmlDecode(text) is { } line && !string.IsNullOrWhiteSpace(line) ? line.Replace('\0', '\uFFFD') : null;

    /// <summary>Every text within, as forms hide the address of their page at different places.</summary>
    public static IEnumerable<string> Texts(FormNode node) =>
        (node.Value is { } value ? [WebUtility.HtmlDecode(value)] : Enumerable.Empty<string>())
            .Concat(node.Children.SelectMany(child => Texts(child.Value)))
            .Take(MostTexts);

    // A list of objects, a list of texts (dates), or one object (radio buttons).
    private static IEnumerable<string> Values(FormNode? values) =>
        values is null ? []
        : values.Text("value") is { } only ? [only]
        : values.Children.Select(item => item.Value.Text("value") ?? item.Value.Value).OfType<string>();
}
