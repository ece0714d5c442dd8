using System.Collections.Frozen;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>The codes of marks that ad platforms, sites and amoCRM agree on, in lower case.</summary>
public static class TrackingCodes
{
    public const string AdId = "ad_id";

    /// <summary>Start of the code of an account's own field: it may hold anything, a person's name too.</summary>
    public const string OwnField = "field:";

    /// <summary>Codes that may carry the id of an ad, the likeliest first.</summary>
    public static readonly IReadOnlyList<string> WithAdId =
    [
        AdId,
        "utm_content",
        "utm_term",
        "utm_medium",
        "utm_campaign",
        "openstat_ad",
    ];

    /// <summary>amoCRM's 19 fields of the type <c>tracking_data</c>.</summary>
    public static readonly FrozenSet<string> BuiltIn = FrozenSet.Create(
        StringComparer.Ordinal,
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
        "fbclid"
    );

    /// <summary>Parameters of an address that are marks: the built-in ones, the ad's id and anybody's own utm.</summary>
    public static bool IsOfAddress(string parameter) =>
        BuiltIn.Contains(parameter) || parameter == AdId || parameter.StartsWith("utm_", StringComparison.Ordinal);

    /// <summary>Place in the order in which marks are tried: codes that carry ads first, then by name.</summary>
    public static (int, string) Rank(string code)
    {
        for (var place = 0; place < WithAdId.Count; place++)
            if (WithAdId[place] == code)
                return (place, code);
        return (WithAdId.Count, code);
    }
}
