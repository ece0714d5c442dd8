using AmoCrmQualification.Application.Leads;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Pushing;

/// <summary>By what a lead's person is known at amoCRM: leads of one identity share a contact.</summary>
internal sealed record ContactIdentity(string? Phone, string? Email, LeadId? Alone)
{
    /// <summary>Country codes whose national numbers have ten digits.</summary>
    private static readonly string[] TenDigits = ["+7", "+1"];

    public static ContactIdentity Of(Lead lead) =>
        lead.PhoneE164 is { } phone ? new(phone, null, null)
        : lead.Email?.Trim() is { Length: > 0 } email ? new(null, email.ToLowerInvariant(), null)
        : new(null, null, lead.Id);

    /// <summary>
    /// What to look for; null when there is nothing to know the person by. Phones without their country code: people
    /// type it in several ways, and amoCRM compares letter by letter.
    /// </summary>
    public string? SearchText =>
        Phone is null ? Email
        : TenDigits.Any(code => Phone.StartsWith(code, StringComparison.Ordinal)) ? Last(Phone, 10)
        : Last(Phone, 9);

    /// <summary>Amo's search finds parts of numbers too; the same is only what is equal.</summary>
    public bool IsOf(AmoContactCard contact, IPhoneNumbers phones, string country) =>
        Phone is not null
            ? contact.Phones.Any(typed => phones.ToE164(typed, country) == Phone)
            : Email is not null && contact.Emails.Any(typed => typed.Trim().ToLowerInvariant() == Email);

    private static string Last(string phone, int digits) =>
        phone.TrimStart('+') is var all && all.Length > digits ? all[^digits..] : all;
}
