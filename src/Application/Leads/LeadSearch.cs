using System.Globalization;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Leads;

/// <summary>Finds leads by words of name, e-mail, chat id and phone in any order, and by the id of the deal, the ad or the lead.</summary>
internal static class LeadSearch
{
    /// <param name="seesContacts">Else ids alone are compared: what is found would tell whose phone or name it is.</param>
    public static IQueryable<Lead> Matching(this IQueryable<Lead> leads, string? typed, bool seesContacts) =>
        SearchTerm.Parse(typed).Aggregate(leads, seesContacts ? Having : WithId);

    private static IQueryable<Lead> WithId(IQueryable<Lead> leads, SearchTerm term)
    {
        var (text, (lead, deal)) = (term.Text, Ids(term));
        return leads.Where(l =>
            (deal != null && l.AmocrmLeadId == deal)
            || (lead != null && l.Id == lead)
            || l.AdId!.ToLower() == text
            || l.UtmContent!.ToLower() == text
        );
    }

    private static IQueryable<Lead> Having(IQueryable<Lead> leads, SearchTerm term)
    {
        var (text, digits) = (term.Text, term.Digits);
        var phones = term.Phones.ToArray();
        var (lead, deal) = Ids(term);
        // All texts of a lead are folded once: where nothing is found, that is the cost of each.
        return leads.Where(l =>
            (deal != null && l.AmocrmLeadId == deal)
            || (lead != null && l.Id == lead)
            || phones.Any(p => EF.Functions.Like(l.PhoneE164!, p))
            || (
                digits != ""
                && l.PhoneE164 == null
                && l.Phone!.Replace(" ", "").Replace("-", "").Replace("(", "").Replace(")", "").Contains(digits)
            )
            || (l.Name + "\n" + l.Phone + "\n" + l.Email + "\n" + l.ChatId + "\n" + l.AdId)
                .ToLower()
                .Replace("ё", "е")
                .Contains(text)
            || l.UtmContent!.ToLower() == text // an ad's id as sites pass it on
        );
    }

    private static (LeadId? Lead, DealId? Deal) Ids(SearchTerm term) =>
        (
            Guid.TryParse(term.Text, out var id) ? new(id) : null,
            long.TryParse(term.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? new(n) : null
        );
}
