namespace AmoCrmQualification.Sandbox.World;

/// <summary>The predefined contact fields. Ids of fields and enums differ per account; codes do not.</summary>
internal sealed class CrmFields
{
    private readonly Dictionary<string, (long Id, string Name, Dictionary<string, long> Enums)> _multitext;

    public CrmFields(IdSource ids)
    {
        Dictionary<string, long> Enums(params string[] codes) => codes.ToDictionary(c => c, _ => ids.Small());
        _multitext = new()
        {
            ["PHONE"] = (ids.Small(), "Телефон", Enums("WORK", "WORKDD", "MOB", "FAX", "HOME", "OTHER")),
            ["EMAIL"] = (ids.Small(), "Email", Enums("WORK", "PRIV", "OTHER")),
        };
    }

    public IEnumerable<(string Code, long Id, string Name, IReadOnlyDictionary<string, long> Enums)> All =>
        _multitext.Select(f => (f.Key, f.Value.Id, f.Value.Name, (IReadOnlyDictionary<string, long>)f.Value.Enums));

    public CrmField Phone(IEnumerable<string> numbers) => Multitext("PHONE", numbers.Select(n => (n, "WORK")));

    public CrmField Email(IEnumerable<string> addresses) => Multitext("EMAIL", addresses.Select(a => (a, "WORK")));

    public CrmField Multitext(string code, IEnumerable<(string Value, string Enum)> values)
    {
        var (id, name, enums) = _multitext[code];
        return new CrmField(
            id,
            name,
            code,
            "multitext",
            [.. values.Select(v => new CrmFieldValue(v.Value, enums.GetValueOrDefault(v.Enum, enums["OTHER"]), v.Enum))]
        );
    }

    public string? CodeOf(long fieldId) => _multitext.FirstOrDefault(f => f.Value.Id == fieldId).Key;

    public string? EnumCodeOf(string code, long enumId) => _multitext[code].Enums.FirstOrDefault(e => e.Value == enumId).Key;
}
