using System.Text.Json.Serialization;
using AmoCrmQualification.Application.AmoCrm;

namespace AmoCrmQualification.Infrastructure.AmoCrm.Wire;

/// <summary>Answer of amoCRM to a batch of new entities.</summary>
internal sealed record CreatedWire([property: JsonPropertyName("_embedded")] CreatedEmbedded? Embedded);

internal sealed record CreatedEmbedded(IReadOnlyList<CreatedItem>? Leads, IReadOnlyList<CreatedItem>? Contacts);

internal sealed record CreatedItem(long? Id, string? RequestId);

/// <summary>A contact to be made. Fields are named by code: their ids differ per account.</summary>
internal sealed record NewContactWire(string RequestId, string Name, IReadOnlyList<NewFieldWire>? CustomFieldsValues)
{
    public static NewContactWire From(NewAmoContact contact)
    {
        var fields = new List<NewFieldWire>();
        if (contact.Phone is { } phone)
            fields.Add(new("PHONE", [new(phone, "WORK")]));
        if (contact.Email is { } email)
            fields.Add(new("EMAIL", [new(email, "WORK")]));
        return new(contact.RequestId, NewName.Short(contact.Name), fields.Count == 0 ? null : fields);
    }
}

internal sealed record NewFieldWire(string FieldCode, IReadOnlyList<NewValueWire> Values);

internal sealed record NewValueWire(string Value, string? EnumCode);

/// <summary>A deal to be made.</summary>
internal sealed record NewDealWire(
    string RequestId,
    string Name,
    long? PipelineId,
    long? StatusId,
    long? ResponsibleUserId,
    IReadOnlyList<NewFieldWire>? CustomFieldsValues,
    [property: JsonPropertyName("_embedded")] NewDealEmbedded Embedded
)
{
    public static NewDealWire From(NewAmoDeal deal) =>
        new(
            deal.RequestId,
            NewName.Short(deal.Name),
            deal.Target.Pipeline?.Value,
            deal.Target.Status?.Value,
            deal.Target.ResponsibleUser?.Value,
            deal.Tracking.Count == 0 ? null : [.. deal.Tracking.Select(Field)],
            new([.. deal.Tags.Select(tag => new NewTagWire(NewName.Short(tag)))], [new(deal.Contact.Value)])
        );

    private static NewFieldWire Field(KeyValuePair<string, string> mark) =>
        new(mark.Key, [new(NewName.Short(mark.Value), EnumCode: null)]);
}

internal sealed record NewDealEmbedded(IReadOnlyList<NewTagWire> Tags, IReadOnlyList<NewLinkWire> Contacts);

internal sealed record NewTagWire(string Name);

internal sealed record NewLinkWire(long Id);

/// <summary>amoCRM refuses names and values of fields that are longer.</summary>
internal static class NewName
{
    private const int Longest = 255;

    public static string Short(string text) => TextLength.Cut(text, Longest);
}
