namespace AmoCrmQualification.Application.Leads;

/// <summary>Reads phone numbers as people and messengers write them.</summary>
public interface IPhoneNumbers
{
    /// <summary>The number in E.164 form, or null when it cannot be understood.</summary>
    string? ToE164(string typed, string defaultCountry);

    /// <summary>The number behind a WhatsApp chat with one person; null for groups and other messengers.</summary>
    string? FromChatId(string chatId);

    bool Knows(string country);
}
