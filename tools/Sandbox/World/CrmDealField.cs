namespace AmoCrmQualification.Sandbox.World;

/// <summary>A custom field of deals. Ids differ from account to account; codes do not, and only system fields have one.</summary>
public sealed record CrmDealField(long Id, string Name, string? Code, string Type, int Sort, IReadOnlyList<CrmFieldEnum> Enums)
{
    public const string Tracking = "tracking_data";

    internal bool HasChoices => Type is "select" or "multiselect" or "radiobutton";

    internal CrmField Filled(IEnumerable<string> values) =>
        new(Id, Name, Code, Type, [.. values.Select(v => new CrmFieldValue(v, HasChoices ? Choice(v).Id : null))]);

    private CrmFieldEnum Choice(string value) =>
        Enums.FirstOrDefault(e => e.Value == value) ?? throw CrmProblem.BadRequest($"The field '{Name}' has no choice '{value}'");
}

public sealed record CrmFieldEnum(long Id, string Value, int Sort);

public sealed record NewDealField(
    string Name,
    string Type = "text",
    IReadOnlyList<string>? Enums = null,
    long? Id = null,
    string? Code = null
);
