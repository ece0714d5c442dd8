using System.Text.Json;

namespace AmoCrmQualification.Application.Campaigns;

/// <summary>Reads JSON rows: a list, or an object with the list <c>rows</c>.</summary>
internal static class SpendJson
{
    public static SpendTable Read(ReadOnlyMemory<byte> file)
    {
        using var document = Parse(file);
        SortedSet<string> ignored = new(StringComparer.Ordinal);
        List<SpendLine> lines = [];
        foreach (var row in Rows(document.RootElement).EnumerateArray())
            lines.Add(Line(lines.Count + 1, row, ignored));
        return new(lines, [.. ignored]);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            return JsonDocument.Parse(FileText.Read(file.Span));
        }
        catch (JsonException e)
        {
            throw new InvalidLinesException((int)(e.LineNumber ?? 0) + 1, LineFault.UnreadableFile, "This is no JSON.");
        }
    }

    private static JsonElement Rows(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("rows", out var rows))
            root = rows;
        return root.ValueKind == JsonValueKind.Array
            ? root
            : throw new InvalidLinesException(
                1,
                LineFault.UnreadableFile,
                "This is neither a list of rows nor an object with the list rows."
            );
    }

    private static SpendLine Line(int number, JsonElement row, SortedSet<string> ignored)
    {
        if (row.ValueKind != JsonValueKind.Object)
            return new(number) { Fault = "A row is an object." };
        var line = new SpendLine(number);
        foreach (var field in row.EnumerateObject())
        {
            if (!TryName(field, out var name))
                return new(number) { Fault = "The name of a field is no valid Unicode." };
            if (SpendColumns.Find(name) is not { } column)
                ignored.Add(name);
            else if (!TryText(field.Value, out var text))
                return new(number) { Fault = $"{SpendColumns.NameOf(column)} is neither a text nor a number." };
            else
                line[column] = text.Length == 0 ? null : new(text, field.Value.ValueKind == JsonValueKind.Number);
        }

        return line;
    }

    private static bool TryName(JsonProperty field, out string name)
    {
        try
        {
            name = field.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    /// <summary>Null is an empty text.</summary>
    private static bool TryText(JsonElement value, out string text)
    {
        try
        {
            // As it is written: a number that is read loses what a program before may have lost, and shows it no more.
            text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Invisible.Without(value.GetString() ?? "");
            return true;
        }
        catch (InvalidOperationException)
        {
            text = ""; // neither a text nor null, or half of a surrogate pair
            return false;
        }
    }
}
