using System.Globalization;

namespace AmoCrmQualification.Sandbox.Hooks;

/// <summary>Fields in the order and the old v2 layout that amoCRM's webhooks use. Every value is a string.</summary>
internal sealed class FieldList(bool htmlEntities) : List<KeyValuePair<string, string>>
{
    public void Put(string key, string value) => Add(new(key, value));

    public void Put(string key, long value) => Put(key, value.ToString(CultureInfo.InvariantCulture));

    // Real deliveries carry &amp; and &quot; inside names and links; a receiver has to undo that.
    public void PutText(string key, string value) =>
        Put(
            key,
            htmlEntities
                ? value
                    .Replace("&", "&amp;", StringComparison.Ordinal)
                    .Replace("\"", "&quot;", StringComparison.Ordinal)
                    .Replace("<", "&lt;", StringComparison.Ordinal)
                    .Replace(">", "&gt;", StringComparison.Ordinal)
                : value
        );

    public void PutTags(IReadOnlyList<CrmTag> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            Put($"[tags][{i}][id]", tags[i].Id);
            PutText($"[tags][{i}][name]", tags[i].Name);
        }
    }

    public void PutCustomFields(IReadOnlyList<CrmField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var key = $"[custom_fields][{i}]";
            Put($"{key}[id]", fields[i].Id);
            PutText($"{key}[name]", fields[i].Name);
            PutValues($"{key}[values]", fields[i]);
            if (fields[i].Code is { } code)
                Put($"{key}[code]", code);
        }
    }

    private void PutValues(string key, CrmField field)
    {
        for (var j = 0; j < field.Values.Count; j++)
        {
            var (value, enumId, _) = field.Values[j];
            switch (field.Type)
            {
                case "date" or "date_time" or "birthday": // a scalar directly under the index
                    Put($"{key}[{j}]", value);
                    break;
                case "radiobutton": // an object, not a list
                    PutText($"{key}[value]", value);
                    if (enumId is { } only)
                        Put($"{key}[enum]", only);
                    break;
                default:
                    PutText($"{key}[{j}][value]", value);
                    if (enumId is { } chosen)
                        Put($"{key}[{j}][enum]", chosen);
                    break;
            }
        }
    }
}
