using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AmoCrmQualification.Application.Inbox.Forms;

namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>
/// Reads JSON as the form that PHP would make of it: values are text, true is 1, false is 0, null is left out, and
/// a key of the outermost object may have brackets as in a form.
/// </summary>
internal sealed class JsonForm
{
    private static readonly JsonReaderOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = ContentDecoder.MostBytes, // what is too deep is skipped and counted, not refused
    };

    private readonly FormNode _root = new();
    private int _values;

    private JsonForm() { }

    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="FormTooLargeException">It has more than <see cref="PhpForm.MostKeys"/> values.</exception>
    public static FormNode Parse(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(
            Utf8.IsValid(text) ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)),
            Lenient
        );
        var form = new JsonForm();
        reader.Read();
        form.Read(ref reader, form._root, level: 0);
        reader.Read(); // nothing may follow
        return form._root;
    }

    private void Read(ref Utf8JsonReader reader, FormNode node, int level)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && level == PhpForm.MostLevels)
        {
            reader.Skip();
            _root.SkippedKeys++;
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
            ReadObject(ref reader, node, level);
        else if (reader.TokenType == JsonTokenType.StartArray)
            ReadArray(ref reader, node, level);
        else
            node.Value = Scalar(ref reader);
    }

    private void ReadObject(ref Utf8JsonReader reader, FormNode node, int level)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = TextOf(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                continue;
            if ((level == 0 ? node.Descendant(name) : node.ChildForName(name)) is { } child)
                Read(ref reader, child, level + 1);
            else
            {
                reader.Skip();
                _root.SkippedKeys++;
            }
        }
    }

    private void ReadArray(ref Utf8JsonReader reader, FormNode node, int level)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            if (reader.TokenType != JsonTokenType.Null)
                Read(ref reader, node.ChildForBrackets(i.ToString(CultureInfo.InvariantCulture)), level + 1);
    }

    private string Scalar(ref Utf8JsonReader reader)
    {
        if (++_values > PhpForm.MostKeys)
            throw new FormTooLargeException(PhpForm.MostKeys);
        return reader.TokenType switch
        {
            JsonTokenType.True => "1",
            JsonTokenType.False => "0",
            JsonTokenType.Number => NumberOf(ref reader),
            _ => TextOf(ref reader),
        };
    }

    /// <summary>A whole number is written as amoCRM writes it in a form, whether it came as 7, 7.0 or 7e0.</summary>
    private static string NumberOf(ref Utf8JsonReader reader) =>
        reader.TryGetDecimal(out var number) && decimal.IsInteger(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : Encoding.ASCII.GetString(reader.ValueSpan);

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!.Replace('\0', '\uFFFD');
        }
        catch (InvalidOperationException) // half of a surrogate pair: left escaped, as it cannot be a character
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
