using AmoCrmQualification.Application.AmoCrm;
using AmoCrmQualification.Application.Phones;
using AmoCrmQualification.Domain.Leads;

namespace AmoCrmQualification.Application.Matching;

/// <summary>Reads the phones and the person of a deal from its contacts, the main one first.</summary>
internal sealed class ContactReader(IPhoneNumbers phones)
{
    /// <summary>In all their spellings.</summary>
    public IReadOnlyList<(string Phone, AmoContactId Contact)> PhonesOf(
        UserAccount account,
        IEnumerable<AmoContactCard> contacts
    ) =>
        [
            .. contacts
                .SelectMany(c => c.Phones.Select(typed => (Phone: phones.ToE164(typed, account.DefaultCountry)!, c.Id)))
                .Where(pair => pair.Phone is not null)
                .SelectMany(pair => PhoneSpellings.GetAll(pair.Phone).Select(spelling => (Phone: spelling, pair.Id)))
                .DistinctBy(pair => pair.Phone),
        ];

    public DealPerson? PersonOf(UserAccount account, IReadOnlyList<AmoContactCard> contacts)
    {
        if (contacts is not [var main, ..])
            return null;
        var typed =
            main.Phones.FirstOrDefault(phone => phones.ToE164(phone, account.DefaultCountry) is not null)
            ?? main.Phones.FirstOrDefault();
        return new(main.Id, main.Name, typed, phones.ToE164(typed, account.DefaultCountry), main.Emails.FirstOrDefault());
    }
}
