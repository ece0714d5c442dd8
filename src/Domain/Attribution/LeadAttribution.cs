using AmoCrmQualification.Domain.Campaigns;

namespace AmoCrmQualification.Domain.Attribution;

/// <summary>The creative of a lead and the rule that gave it.</summary>
/// <param name="Rule">The first rule that held: see <see cref="AttributionRule"/>.</param>
/// <param name="Evidence">The mark that decided it; null where none did.</param>
public sealed record LeadAttribution(CreativeId? Creative, string? AdId, string Rule, MarkEvidence? Evidence)
{
    public static readonly LeadAttribution None = new(null, null, AttributionRule.None, null);

    /// <summary>As intake or a person said, whatever the marks say; null: no creative brought it.</summary>
    public static LeadAttribution GivenTo(CreativeId? creative) => new(creative, null, AttributionRule.Given, null);

    /// <summary>
    /// The same for the same marks and rules, however and in whatever order they became known. In order: the creative
    /// that intake or a person named; fields that a person mapped; a mark that equals a known ad's id; a mark of a creative; long
    /// numbers within a value whose known ads all show one creative.
    /// </summary>
    /// <param name="given">What intake or a person said, if they did.</param>
    public static LeadAttribution Decide(
        LeadAttribution? given,
        IEnumerable<Mark> marks,
        AttributionRules rules,
        IReadOnlyList<MappedField> fields
    )
    {
        if (given is not null)
            return given;
        var counting = Mapped(MarkSet.Counting(marks), fields);
        return ByMappedField(counting, rules, fields)
            ?? First(TrackingCodes.WithAdId.SelectMany(code => counting.Where(mark => mark.Code == code)), ByAd)
            ?? First(counting, ByCreativeMark)
            ?? First(counting, ByNumbers)
            ?? None;

        LeadAttribution? ByAd(Mark mark) =>
            rules.Ads.GetValueOrDefault(MarkText.Fold(mark.Value)) is { } ad
                ? new(ad.Creative, ad.Id, mark.Code, MarkEvidence.From(mark))
                : null;

        LeadAttribution? ByCreativeMark(Mark mark) =>
            rules.Marks.TryGetValue((mark.Code, MarkText.Fold(mark.Value)), out var creative)
                ? new(creative, null, AttributionRule.CreativeMark, MarkEvidence.From(mark))
                : null;

        LeadAttribution? ByNumbers(Mark mark) =>
            MarkText.Numbers(mark.Value).Select(number => rules.Ads.GetValueOrDefault(number)).OfType<KnownAd>().ToList()
                is [var first, .. var others]
            && others.TrueForAll(ad => ad.Creative == first.Creative)
                ? new(first.Creative, first.Id, AttributionRule.Token, MarkEvidence.From(mark))
                : null;
    }

    private static LeadAttribution? ByMappedField(
        IReadOnlyList<Mark> counting,
        AttributionRules rules,
        IReadOnlyList<MappedField> fields
    )
    {
        foreach (var field in fields)
        {
            if (counting.FirstOrDefault(mark => mark.Code == field.Code) is not { } mark)
                continue;
            var value = MarkText.Fold(mark.Value);
            if (field.Meaning == TrackingCodes.AdId && rules.Ads.GetValueOrDefault(value) is { } ad)
                return new(ad.Creative, ad.Id, AttributionRule.MappedField, MarkEvidence.From(mark));
            if (field.Meaning == MappedField.Creative && CreativeNamed(value, rules) is { } creative)
                return new(creative, null, AttributionRule.MappedField, MarkEvidence.From(mark));
        }

        return null;
    }

    private static CreativeId? CreativeNamed(string value, AttributionRules rules)
    {
        if (rules.Titles.TryGetValue(value, out var titled))
            return titled;
        var marked = rules.Marks.Where(mark => mark.Key.Value == value).Select(mark => mark.Value).Distinct().ToList();
        return marked is [var only] ? only : null;
    }

    /// <summary>A field that means another code's mark stands for it where the deal has none of that code.</summary>
    private static IReadOnlyList<Mark> Mapped(IReadOnlyList<Mark> counting, IReadOnlyList<MappedField> fields)
    {
        var supplied = fields
            .Where(field => field.Meaning is not (TrackingCodes.AdId or MappedField.Creative))
            .Where(field => !counting.Any(mark => mark.Code == field.Meaning))
            .SelectMany(field =>
                counting.Where(mark => mark.Code == field.Code).Select(mark => mark with { Code = field.Meaning })
            )
            .DistinctBy(mark => mark.Code)
            .ToList();
        return supplied.Count == 0 ? counting : [.. counting.Concat(supplied).OrderBy(mark => TrackingCodes.Rank(mark.Code))];
    }

    private static LeadAttribution? First(IEnumerable<Mark> marks, Func<Mark, LeadAttribution?> rule) =>
        marks.Select(rule).FirstOrDefault(decision => decision is not null);
}

/// <summary>Names of rules beside the codes of marks, as the contract has them.</summary>
public static class AttributionRule
{
    public const string Given = "given";
    public const string MappedField = "mapped_field";
    public const string CreativeMark = "creative_mark";
    public const string Token = "token";
    public const string None = "none";
}

public sealed record MarkEvidence(string Code, string Value)
{
    public static MarkEvidence From(Mark mark) => new(mark.Code, mark.Value);
}
