namespace AmoCrmQualification.Application.Inbox.Bodies;

/// <summary>Problems of an unreadable delivery, as its <c>error</c> says; the web app has a sentence for each.</summary>
public static class BodyProblem
{
    public const string Empty = "empty_body";
    public const string Multipart = "multipart_body";
    public const string InvalidJson = "invalid_json";

    /// <summary>Its Content-Encoding is unknown, or the bytes are not what it says.</summary>
    public const string UnreadableEncoding = "unreadable_encoding";

    /// <summary>It is larger than <see cref="ContentDecoder.MostBytes"/> once decompressed.</summary>
    public const string TooLarge = "decoded_body_too_large";

    /// <summary>It is text, or a form, in which no entity of amoCRM is named.</summary>
    public const string NoEntities = "no_entities";
}
