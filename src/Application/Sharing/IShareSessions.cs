using AmoCrmQualification.Domain.Sharing;

namespace AmoCrmQualification.Application.Sharing;

/// <summary>Short-lived keys that a right password gives; the link itself is looked up at each request.</summary>
public interface IShareSessions
{
    ShareSession Begin(ShareLinkId link);

    /// <summary>The link of a key; null when it is none of ours, or over.</summary>
    ShareLinkId? Read(string key);
}
