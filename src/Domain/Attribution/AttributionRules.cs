using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>Meaning of a custom field, set by a person: an ad's id, a creative's name, or a mark of that code.</summary>
/// <param name="Code">As in <see cref="Mark.Code"/>.</param>
/// <param name="Meaning"><c>ad_id</c>, <c>creative</c> or the code of a mark.</param>
public sealed record MappedField(string Code, string Meaning)
{
    public const string Creative = "creative";
}

/// <summary>Known ads and creatives of an account. Keys are folded by <see cref="MarkText.Fold"/>.</summary>
/// <param name="Ads">Ids of ads, with the creative that each shows.</param>
/// <param name="Marks">Marks that a person gave to creatives.</param>
/// <param name="Titles">Titles that only one creative has.</param>
public sealed record AttributionRules(
    IReadOnlyDictionary<string, KnownAd> Ads,
    IReadOnlyDictionary<(string Code, string Value), CreativeId> Marks,
    IReadOnlyDictionary<string, CreativeId> Titles
);

public sealed record KnownAd(string Id, CreativeId Creative);
