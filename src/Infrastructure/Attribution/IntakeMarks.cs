using AmoCrmQualification.Domain.Attribution;

namespace AmoCrmQualification.Infrastructure.Attribution;

/// <summary>The marks that a lead came in with are columns of its own.</summary>
internal static class IntakeMarks
{
    /// <summary>Codes in the order of the columns below.</summary>
    public static readonly IReadOnlyList<string> Codes =
    [
        TrackingCodes.AdId,
        "utm_source",
        "utm_medium",
        "utm_campaign",
        "utm_term",
        "utm_content",
        "gclid",
        "yclid",
        "fbclid",
        "_ym_uid",
    ];

    /// <summary>As an array in the order of <see cref="Codes"/>; null of a lead that was made of a deal, whose columns repeat the deal's.</summary>
    public const string Sql = """
        CASE WHEN l.source_type <> 'crm' THEN ARRAY[l.ad_id, l.utm_source, l.utm_medium, l.utm_campaign, l.utm_term, l.utm_content,
                                                    l.gclid, l.yclid, l.fbclid, l."_ym_uid"] END
        """;

    public static IEnumerable<Mark> Read(IReadOnlyList<string?> values, DateTimeOffset createdAt) =>
        Codes
            .Zip(values, (code, value) => (Code: code, Value: MarkText.Clean(value)))
            .Where(mark => mark.Value is not null)
            .Select(
                (mark, position) =>
                    new Mark(mark.Code, Name: null, mark.Value!, MarkSource.Intake, MarkField.Tracking, createdAt, position)
            );
}
