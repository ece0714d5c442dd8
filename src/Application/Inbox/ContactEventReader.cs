using AmoCrmQualification.Application.Inbox.Bodies;
using AmoCrmQualification.Application.Inbox.Forms;
using AmoCrmQualification.Application.Matching;

namespace AmoCrmQualification.Application.Inbox;

/// <summary>Reads the contacts of one delivery. Companies come under the same key.</summary>
internal sealed class ContactEventReader(UserAccountId account)
{
    private const string PhoneCode = "PHONE";
    private const string EmailCode = "EMAIL";

    public ParsedEvent Read(string word, FormNode entity, bool isForeign)
    {
        var isCompany = entity.Text("type") == "company";
        var id = AmoNumber.Id(entity.Text("id"));
        var told = new ParsedEvent(isCompany ? "company" : ParsedEvent.Contact, word, id, Report: null, Reason: null);
        if (isForeign || isCompany)
            return told;
        told = told with { LinkedDeals = EntityDetails.LinkedDeals(entity) };
        return id is null || word is not ("add" or "update")
            ? told
            : told with
            {
                ContactReport = Report(new(id.Value), told, entity),
            };
    }

    private ContactReport Report(AmoContactId id, ParsedEvent told, FormNode entity)
    {
        var fields = EntityDetails.Fields(entity).ToList();
        return new(
            account,
            new(id, Values(PhoneCode), Values(EmailCode), told.LinkedDeals) { Name = EntityDetails.Line(entity.Text("name")) }
        );

        IReadOnlyList<string> Values(string code) =>
            [
                .. fields
                    .Where(field => field.Code == code)
                    .SelectMany(field => field.Values)
                    .Select(EntityDetails.Line)
                    .OfType<string>(),
            ];
    }
}
