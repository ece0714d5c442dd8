using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Infrastructure.AmoCrm.Wire;

namespace AmoCrmQualification.Infrastructure.AmoCrm;

/// <summary>Contacts and deals as amoCRM wants them written. Fields are named by code: their ids differ per account.</summary>
internal static class NewEntities
{
    private const int LongestName = 255;

    public static NewContactWire From(NewAmoContact contact)
    {
        var fields = new List<NewFieldWire>();
        if (contact.Phone is { } phone)
            fields.Add(new("PHONE", [new(phone, "WORK")]));
        if (contact.Email is { } email)
            fields.Add(new("EMAIL", [new(email, "WORK")]));
        return new(contact.RequestId, Short(contact.Name), fields.Count == 0 ? null : fields);
    }

    public static NewDealWire From(NewAmoDeal deal) =>
        new(
            deal.RequestId,
            Short(deal.Name),
            deal.Target.Pipeline?.Value,
            deal.Target.Status?.Value,
            deal.Target.ResponsibleUser?.Value,
            new([.. deal.Tags.Select(tag => new NewTagWire(Short(tag)))], [new(deal.Contact.Value)])
        );

    private static string Short(string text) =>
        text.Length <= LongestName ? text
        : char.IsHighSurrogate(text[LongestName - 1]) ? text[..(LongestName - 1)]
        : text[..LongestName];
}
