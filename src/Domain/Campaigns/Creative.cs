using AmoCrmQualification.Domain.Accounts;

namespace AmoCrmQualification.Domain.Campaigns;

public readonly record struct CreativeId(Guid Value) : ITypedId<Guid>
{
    public static CreativeId New() => new(Guid.CreateVersion7());

    public static bool operator <(CreativeId a, CreativeId b) => a.Value < b.Value;

    public static bool operator >(CreativeId a, CreativeId b) => a.Value > b.Value;
}

/// <summary>A creative. The ad platform knows it by the ids of the ads that run it.</summary>
public sealed class Creative : ITenantOwned
{
    private readonly List<CreativeAd> _ads = [];

    private Creative() { } // EF Core

    public UserAccountId UserAccountId { get; private init; }
    public CreativeId Id { get; private init; }
    public string Title { get; private set; } = "";
    public DirectionId? DirectionId { get; private set; }

    /// <summary>Ad platform, in the account's own words.</summary>
    public string? Platform { get; private set; }

    /// <summary>The address of a picture or a page that shows it.</summary>
    public string? PreviewUrl { get; private set; }

    /// <summary>No longer advertised; what it brought stays its own.</summary>
    public bool IsArchived { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }
    public IReadOnlyList<CreativeAd> Ads => _ads;

    public static Creative Make(UserAccountId account, string title, DirectionId? direction, DateTimeOffset now) =>
        new()
        {
            UserAccountId = account,
            Id = CreativeId.New(),
            Title = title,
            DirectionId = direction,
            CreatedAt = now,
        };

    public void Retitle(string title) => Title = title;

    public void ShowAt(string? platform, string? previewUrl) => (Platform, PreviewUrl) = (platform, previewUrl);

    public void Archive(bool isArchived) => IsArchived = isArchived;

    public void MoveTo(DirectionId? direction) => DirectionId = direction;

    /// <summary>Makes these its ads, in place of those it had.</summary>
    public void SetAds(IReadOnlyCollection<string> adIds)
    {
        _ads.RemoveAll(ad => !adIds.Contains(ad.AdId));
        _ads.AddRange(adIds.Except(_ads.Select(ad => ad.AdId)).Select(id => new CreativeAd(UserAccountId, id, Id)));
    }
}

/// <summary>An ad of the platform shows one creative.</summary>
public sealed class CreativeAd(UserAccountId userAccountId, string adId, CreativeId creativeId) : ITenantOwned
{
    public UserAccountId UserAccountId { get; private init; } = userAccountId;
    public string AdId { get; private init; } = adId;
    public CreativeId CreativeId { get; private init; } = creativeId;
}
