namespace AmoCrmQualification.Domain.Leads;

// The phone of a lead as amoCRM, sales and people are told it.
public sealed partial class Lead
{
    /// <summary>In E.164 where it could be read, else as typed.</summary>
    public string? BestPhone =>
        PhoneE164 is { } read ? read
        : IsAddress(Phone) ? null
        : Phone;

    /// <summary>An address of a chat or a mailbox is no phone, in whatever field it stands.</summary>
    public static bool IsAddress(string? phone) => phone?.Contains('@', StringComparison.Ordinal) == true;
}
