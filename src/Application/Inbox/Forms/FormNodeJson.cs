using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AmoCrmQualification.Application.Inbox.Forms;

/// <summary>A form as JSON: values are strings, lists are arrays, everything else is an object.</summary>
public static class FormNodeJson
{
    // The text goes to jsonb columns and API answers, never into a page: Cyrillic and `&` stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The subtree as compact JSON.</summary>
    public static string ToJson(this FormNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
            node.WriteJson(writer);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the subtree. A node with children too has its own value under the key "", which no child can have.</summary>
    public static void WriteJson(this FormNode node, Utf8JsonWriter writer)
    {
        if (node.Value is not null && node.Children.Count == 0)
            writer.WriteStringValue(node.Value);
        else if (node.Value is null && node.IsList)
            WriteArray(node, writer);
        else
            WriteObject(node, writer);
    }

    private static void WriteArray(FormNode node, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var (_, child) in node.Children)
            child.WriteJson(writer);

        writer.WriteEndArray();
    }

    private static void WriteObject(FormNode node, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (node.Value is not null)
            writer.WriteString("", node.Value);

        foreach (var (key, child) in node.Children)
        {
            writer.WritePropertyName(key);
            child.WriteJson(writer);
        }

        writer.WriteEndObject();
    }
}
