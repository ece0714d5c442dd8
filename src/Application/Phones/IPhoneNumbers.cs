namespace AmoCrmQualification.Application.Phones;

/// <summary>Turns phones as people type them, and WhatsApp chat ids, into E.164. Never throws on what it is given.</summary>
public interface IPhoneNumbers
{
    /// <summary>
    /// The first phone in the text as E.164, or null when there is none. Whether two phones ring one telephone, tell
    /// <see cref="PhoneSpellings"/>.
    /// </summary>
    /// <param name="typed">
    /// Text from a form, a chat or amoCRM; extensions and further numbers are cut off. Chat ids in it count for the phone
    /// that they name, or for nothing.
    /// </param>
    /// <param name="defaultCountry">
    /// ISO 3166 alpha-2 country of numbers typed in national form; with an unknown one only international forms are read.
    /// </param>
    string? ToE164(string? typed, string? defaultCountry);

    /// <summary>The phone behind a personal WhatsApp chat id (<c>79991234567@c.us</c>); null for groups and all others.</summary>
    string? FromChatId(string? chatId);

    /// <summary>As <see cref="FromChatId"/>, and from the bare digits by which WhatsApp's Cloud API knows a chat (<c>wa_id</c>).</summary>
    string? FromWhatsApp(string? chatId);

    /// <summary>The national significant number: the digits that every way to write this phone has in common.</summary>
    string NationalNumber(string e164);

    /// <summary>True if numbers in national form can be read for this ISO 3166 alpha-2 country.</summary>
    bool KnowsCountry(string? country);
}
