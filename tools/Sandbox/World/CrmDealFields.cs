namespace AmoCrmQualification.Sandbox.World;

/// <summary>The custom fields of deals: the 19 that every account is born with, and those that its people added.</summary>
public sealed class CrmDealFields
{
    private static readonly string[] TrackingNames =
    [
        "utm_content",
        "utm_medium",
        "utm_campaign",
        "utm_source",
        "utm_term",
        "utm_referrer",
        "roistat",
        "referrer",
        "openstat_service",
        "openstat_campaign",
        "openstat_ad",
        "openstat_source",
        "from",
        "gclientid",
        "_ym_uid",
        "_ym_counter",
        "gclid",
        "yclid",
        "fbclid",
    ];

    private static readonly HashSet<string> Types =
    [
        "text",
        "textarea",
        "numeric",
        "select",
        "multiselect",
        "radiobutton",
        "date",
        "date_time",
        "url",
        "checkbox",
        CrmDealField.Tracking,
    ];

    private readonly CrmAccount _account;
    private readonly List<CrmDealField> _fields = [];

    internal CrmDealFields(CrmAccount account)
    {
        _account = account;
        foreach (var name in TrackingNames)
            Add(new NewDealField(name, CrmDealField.Tracking, Code: name.ToUpperInvariant()));
    }

    public IReadOnlyList<CrmDealField> All
    {
        get
        {
            lock (_account.Gate)
                return [.. _fields];
        }
    }

    public CrmDealField Add(string name, string type = "text", params string[] enums) => Add(new NewDealField(name, type, enums));

    public CrmDealField Add(NewDealField plan)
    {
        if (!Types.Contains(plan.Type))
            throw CrmProblem.BadRequest($"There is no type '{plan.Type}'");

        lock (_account.Gate)
        {
            var ids = _account.World.Ids;
            var field = new CrmDealField(
                plan.Id ?? ids.Small(),
                plan.Name,
                plan.Code,
                plan.Type,
                500 + _fields.Count,
                [.. (plan.Enums ?? []).Select((value, i) => new CrmFieldEnum(ids.Small(), value, (i + 1) * 10))]
            );
            _fields.Add(field);
            return field;
        }
    }

    public CrmDealField? Find(long id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>By its code, else by its name as people see it.</summary>
    public CrmDealField? Find(string codeOrName) =>
        All.FirstOrDefault(f => f.Code == codeOrName) ?? All.FirstOrDefault(f => f.Name == codeOrName);

    /// <summary>The filled field, for a deal. Dates are epoch seconds, a checkbox is 1 or 0, choices go by their text.</summary>
    public CrmField Fill(string codeOrName, params string[] values) =>
        (Find(codeOrName) ?? throw CrmProblem.BadRequest($"There is no field '{codeOrName}'")).Filled(values);
}
