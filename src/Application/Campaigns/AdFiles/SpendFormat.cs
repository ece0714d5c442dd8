namespace AmoCrmQualification.Application.Campaigns.AdFiles;

/// <summary>The origin of a file of ad spend, by its headings.</summary>
public enum SpendFormat
{
    MetaAdsManager,
    YandexDirect,
    VkAds,
    MyTarget,
    Tiktok,
    GoogleAds,

    /// <summary>Our own columns, in any order; JSON too.</summary>
    Plain,

    /// <summary>An unknown file whose columns a person named.</summary>
    Mapped,
}
