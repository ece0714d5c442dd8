using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace AmoCrmQualification.Api.Http.Json;

/// <summary>The contract's spelling: snake_case names and words, numbers as numbers, unknown as null.</summary>
internal static class JsonSetup
{
    /// <summary>
    /// One media type, so that the description of the routes names no others, and one encoding: RFC 8259 knows UTF-8 alone, and
    /// what is no UTF-16 fails while it is read.
    /// </summary>
    public static void SpeakPlainJson(MvcOptions options)
    {
        foreach (var reader in options.InputFormatters.OfType<SystemTextJsonInputFormatter>())
        {
            reader.SupportedEncodings.Clear();
            reader.SupportedEncodings.Add(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        foreach (var formatter in options.OutputFormatters.OfType<SystemTextJsonOutputFormatter>())
            formatter.SupportedMediaTypes.Remove("text/json");
    }

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // Cyrillic stays readable; it is never put into a page
        options.Converters.Add(new StorableStringConverter());
        options.Converters.Add(new UtcTimeConverter());
        options.Converters.Add(new OptionalConverter<long>("This is no id."));
        options.Converters.Add(new OptionalConverter<decimal>("This is no number."));
        options.Converters.Add(new OptionalConverter<Guid>("This is no id."));
        options.Converters.Add(new OptionalConverter<DateOnly>("This is no day: give it as 2026-03-31."));
        options.Converters.Add(new OptionalConverter<ImmutableArray<long>>("This is no list of ids."));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
