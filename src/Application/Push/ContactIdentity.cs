using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Push;

/// <summary>By what a lead's person is known at amoCRM: leads of one identity share a contact.</summary>
internal sealed record ContactIdentity(string? Phone, string? Email, LeadId? Alone)
{
    public static ContactIdentity From(Lead lead) =>
        lead.PhoneE164 is { } phone ? new(PhoneSpellings.GetMain(phone), null, null)
        : lead.Email?.Trim() is { Length: > 0 } email ? new(null, email.ToLowerInvariant(), null)
        : new(null, null, lead.Id);

    /// <summary>
    /// Search term for the contact; null when there is nothing to know the person by. Of phones the digits that all ways to write
    /// them end with: people type country codes and trunk prefixes or not, and amoCRM compares letter by letter.
    /// </summary>
    public string? SearchText(IPhoneNumbers phones) =>
        Phone is null ? Email : PhoneSpellings.GetAll(Phone).Select(phones.NationalNumber).Aggregate(CommonEnd);

    /// <summary>Amo's search finds parts of numbers too; the same is only what is equal.</summary>
    public bool IsOf(AmoContactCard contact, IPhoneNumbers phones, string country) =>
        Phone is not null
            ? contact.Phones.Any(typed => phones.ToE164(typed, country) is { } phone && PhoneSpellings.GetMain(phone) == Phone)
            : Email is not null && contact.Emails.Any(typed => typed.Trim().ToLowerInvariant() == Email);

    private static string CommonEnd(string one, string other)
    {
        var length = 0;
        while (length < Math.Min(one.Length, other.Length) && one[^(length + 1)] == other[^(length + 1)])
            length++;
        return one[^length..];
    }
}
